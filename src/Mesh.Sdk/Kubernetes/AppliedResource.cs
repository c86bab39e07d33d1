using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kubernetes;

/// <summary>What server-side apply made.</summary>
/// <param name="Resource">The whole object as it is now, or would be after a dry run.</param>
/// <param name="WasCreated">Whether it was not there before.</param>
public sealed record AppliedResource(IResource Resource, bool WasCreated);
