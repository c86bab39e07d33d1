using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kubernetes.Answers;

/// <summary>A part of a list.</summary>
/// <param name="Items">The objects.</param>
/// <param name="ResourceVersion">The state of the cluster that the list shows.</param>
/// <param name="Continue">Where the next part begins; <c>""</c> if this is the last.</param>
internal sealed record ResourcePage(IReadOnlyList<IResource> Items, string ResourceVersion, string Continue)
{
    /// <summary>Gets how many objects follow; 0 where the server does not say.</summary>
    public long Remaining { get; init; }

    /// <summary>Gets whether the list begins again here, as its parts could not be read in time.</summary>
    public bool IsRestart { get; init; }
}
