using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kubernetes.Answers;

/// <summary>One line of a watch.</summary>
/// <param name="Type">The server's word: ADDED, MODIFIED, DELETED, BOOKMARK or ERROR.</param>
/// <param name="Resource">The object; for a bookmark only its resource version counts.</param>
/// <param name="Error">The <c>Status</c> of an error.</param>
internal sealed record WatchLine(string Type, IResource? Resource, UntypedValue? Error);
