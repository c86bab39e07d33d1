using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>Everything that runs, by the labels that select it.</summary>
internal sealed class WorkloadIndex
{
    private readonly LabelIndex<RunningWorkload> _byLabel = new();
    private readonly List<RunningWorkload> _all = [];

    private WorkloadIndex(AnalysisContext context)
    {
        NodePlaces nodes = new(context);
        Nodes = nodes;
        WorkloadReader reader = new(nodes, new Autoscalers(context));
        foreach ((IResource resource, Place place) in context.Each<IResource>())
        {
            if (reader.Read(resource, place.Key) is { } workload)
            {
                _all.Add(workload);
                _byLabel.Add(workload.Cluster, workload.Namespace, workload.Labels, workload);
            }
        }
    }

    public NodePlaces Nodes { get; }

    public IReadOnlyList<RunningWorkload> All => _all;

    public static WorkloadIndex Of(AnalysisContext context) => context.Index(static c => new WorkloadIndex(c));

    /// <summary>Returns what a selector selects in a namespace; an empty one selects nothing, as in a Service.</summary>
    /// <remarks>Pods that a workload made tell where they run, so the templates are left out where there are some.</remarks>
    public IReadOnlyList<RunningWorkload> Select(string cluster, string @namespace, EquatableMap<string> selector)
    {
        RunningWorkload[] selected = [.. _byLabel.Select(cluster, @namespace, selector)];
        return selected.Any(w => w.IsMadePod) ? [.. selected.Where(w => w.Key.Kind is "Pod" or "WorkloadEntry")] : selected;
    }
}
