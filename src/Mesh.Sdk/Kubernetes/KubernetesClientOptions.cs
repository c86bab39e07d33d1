using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kubernetes;

/// <summary>How a client asks.</summary>
public sealed record KubernetesClientOptions
{
    /// <summary>The options that apply unless others are given.</summary>
    public static readonly KubernetesClientOptions Default = new();

    /// <summary>Gets how many requests may be under way at a time; watches count until they are open.</summary>
    /// <value>At least 1; 32 by default.</value>
    public int MaxParallelRequests { get; init; } = 32;

    /// <summary>Gets how many requests may begin in a second, on average.</summary>
    /// <value>Greater than 0; <see langword="null"/> by default, which leaves it to the server.</value>
    public double? RequestsPerSecond { get; init; }

    /// <summary>Gets how many requests may begin at once before <see cref="RequestsPerSecond"/> counts.</summary>
    /// <value>At least 1; 100 by default.</value>
    public int Burst { get; init; } = 100;

    /// <summary>Gets how long an answer may take, or the start of a watch.</summary>
    /// <value>60 s by default.</value>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Gets how a request that failed is repeated.</summary>
    public KubernetesRetryOptions Retry { get; init; } = new();

    /// <summary>Gets the kinds that are read as typed resources; an object that does not fit its type, and any other, is untyped.</summary>
    /// <value>None by default.</value>
    public ResourceKinds Kinds { get; init; } = ResourceKinds.None;

    /// <summary>Gets the API versions that objects are written in.</summary>
    /// <value>The current one of each kind by default.</value>
    public TargetVersions Versions { get; init; } = TargetVersions.Current;

    /// <summary>Gets the namespace for objects that name none.</summary>
    /// <value><c>default</c> by default; that of the connection where the client is made of one.</value>
    public string Namespace { get; init; } = "default";

    /// <summary>Gets the name of the program, for the server's log.</summary>
    public string UserAgent { get; init; } = "mesh-sdk";

    /// <summary>Gets who is told what is risky about a connection (MESH4112) and what the server warns of (MESH4120).</summary>
    public IProgress<Diagnostic>? Warnings { get; init; }

    /// <summary>Gets the time that timeouts, waits and tokens go by.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
