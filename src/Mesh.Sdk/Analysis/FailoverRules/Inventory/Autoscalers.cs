using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>The autoscalers of Kubernetes and KEDA, by what they scale.</summary>
internal sealed class Autoscalers
{
    private readonly Dictionary<(string Cluster, string Namespace, string Kind, string Name), Autoscaler> _byTarget = [];

    public Autoscalers(AnalysisContext context)
    {
        foreach ((UntypedResource scaler, Place place) in context.Each<UntypedResource>())
        {
            if (Read(scaler, place.Key) is { } read && scaler.Fields["spec"]?.Fields["scaleTargetRef"] is { } target)
            {
                string kind = target.Fields["kind"]?.Text is { Length: > 0 } given ? given : "Deployment";
                var key = (place.Key.Cluster, place.Key.Namespace, kind, target.Fields["name"]?.Text ?? "");
                _byTarget[key] = _byTarget.TryGetValue(key, out Autoscaler? other) ? Both(other, read) : read;
            }
        }
    }

    /// <summary>Returns what scales a workload; <see langword="null"/> if nothing does.</summary>
    public Autoscaler? Find(ResourceKey workload) =>
        _byTarget.GetValueOrDefault((workload.Cluster, workload.Namespace, workload.Kind, workload.Name));

    // Defaults: HorizontalPodAutoscaler 1; ScaledObject 0 to 100.
    private static Autoscaler? Read(UntypedResource scaler, ResourceKey key) => scaler.Type.Name switch
    {
        "HorizontalPodAutoscaler" => new(key, "spec.minReplicas", Count(scaler, "minReplicas") ?? 1, Count(scaler, "maxReplicas")),
        "ScaledObject" => new(key, "spec.minReplicaCount", Count(scaler, "minReplicaCount") ?? 0, Count(scaler, "maxReplicaCount") ?? 100),
        _ => null,
    };

    // KEDA makes a HorizontalPodAutoscaler of its own, which never goes below one.
    private static Autoscaler Both(Autoscaler a, Autoscaler b) => a.Min <= b.Min ? a : b;

    private static int? Count(UntypedResource scaler, string field) => WorkloadReader.Number(scaler.Fields["spec"]?.Fields[field]);
}
