using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Topology;

/// <summary>Collects workloads and names those that were given no name.</summary>
internal sealed class WorkloadList
{
    private readonly List<Workload> _workloads = [];

    public void Add(string cluster, Action<WorkloadBuilder> configure)
    {
        Require.Text(cluster);
        ArgumentNullException.ThrowIfNull(configure);
        WorkloadBuilder builder = new(cluster);
        configure(builder);
        _workloads.Add(builder.Build());
    }

    public EquatableList<Workload> Build(string owner)
    {
        ILookup<(string, string?), string?> zones = _workloads.ToLookup(w => (w.Cluster, w.Version), w => w.Zone);
        return _workloads
            .Select(w => w.Name.Length > 0 ? w : w with { Name = NameOf(w, owner, zones[(w.Cluster, w.Version)].Distinct().Count() > 1) })
            .ToEquatableList();
    }

    private static string NameOf(Workload workload, string owner, bool inSeveralZones)
    {
        string name = workload.Version is { } version ? $"{owner}-{version}" : owner;
        return inSeveralZones && workload.Zone is { } zone ? $"{name}-{zone}" : name;
    }
}
