using Mesh.Sdk.Resources;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>Pods that one object stands for: a pod, the replicas of a workload, or a machine outside Kubernetes.</summary>
internal sealed record RunningWorkload
{
    // Each replica becomes an endpoint; more of them tell nothing new.
    private const int Most = 1000;

    private readonly int? _replicas;

    /// <summary>Gets the object.</summary>
    public required ResourceKey Key { get; init; }

    public EquatableMap<string> Labels { get; init; }

    public EquatableMap<string> Annotations { get; init; }

    /// <summary>Gets how many run at least; <see langword="null"/> if that is not told.</summary>
    public int? Replicas
    {
        get => _replicas;
        init => _replicas = value is { } count ? Math.Clamp(count, 0, Most) : null;
    }

    /// <summary>Gets how many an autoscaler may start; <see langword="null"/> without one.</summary>
    public int? MaxReplicas { get; init; }

    /// <summary>Gets the object that decides the number: this one, or an autoscaler.</summary>
    public ResourceKey ReplicasKey { get; init; }

    /// <summary>Gets the field that decides the number; empty for a single pod or machine.</summary>
    public string ReplicasPath { get; init; } = "";

    /// <summary>Gets where its pods run, in turn; empty if that is not told.</summary>
    public IReadOnlyList<Locality> Places { get; init; } = [];

    /// <summary>Gets the network; empty for that of its cluster.</summary>
    public string Network { get; init; } = "";

    /// <summary>Gets the numbers of named container ports.</summary>
    public EquatableMap<int> PortNumbers { get; init; }

    /// <summary>Gets whether this is a pod that a workload made, which tells more than the template does.</summary>
    public bool IsMadePod { get; init; }

    public string Cluster => Key.Cluster;

    public string Namespace => Key.Namespace;

    public string Name => Key.Name;

    /// <summary>Gets how many it stands for where a number must be: one of those that are not told.</summary>
    public int AtLeast => Replicas ?? 1;

    /// <summary>Returns the place of each replica.</summary>
    public Locality PlaceOf(int replica) => Places.Count == 0 ? default : Places[replica % Places.Count];
}
