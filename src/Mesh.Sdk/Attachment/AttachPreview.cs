using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Attachment;

/// <summary>What attaching a cluster will do, and what was found when all clusters were asked. Holds no secret.</summary>
public sealed record AttachPreview
{
    /// <summary>Gets the name of the cluster.</summary>
    public required string Peer { get; init; }

    /// <summary>Gets the context of the kubeconfig; <see langword="null"/> if the connection was not made of one.</summary>
    public string? Context { get; init; }

    /// <summary>Gets the address under which the hosts reach the peer's API server.</summary>
    public required Uri Server { get; init; }

    /// <summary>Gets the hosts whose control planes will serve or watch the cluster.</summary>
    public required EquatableList<string> Hosts { get; init; }

    /// <summary>Gets the objects that shall be there afterwards, on the peer and on the hosts.</summary>
    public required EquatableList<ResourceKey> Objects { get; init; }

    /// <summary>Gets what was found. With an error nothing is attached.</summary>
    public required DiagnosticReport Findings { get; init; }

    /// <summary>Returns context and address, as the question before attaching shows them.</summary>
    public override string ToString() => $"{Context ?? Peer} (API Server: {Server.AbsoluteUri.TrimEnd('/')})";
}
