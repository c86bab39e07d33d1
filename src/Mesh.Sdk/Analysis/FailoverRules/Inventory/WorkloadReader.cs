using System.Globalization;
using Mesh.Sdk.Failover;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Core;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>Reads what runs out of objects that start pods, or name machines.</summary>
internal sealed class WorkloadReader(NodePlaces nodes, Autoscalers autoscalers)
{
    /// <summary>Returns what an object runs; <see langword="null"/> if it runs nothing that could serve.</summary>
    public RunningWorkload? Read(IResource resource, ResourceKey key) => resource switch
    {
        Deployment { Spec: { } spec } => Replicated(key, spec.Replicas ?? 1, Template(spec.Template)),
        WorkloadEntry { Spec: { } entry } => new()
        {
            Key = key,
            Labels = entry.Labels,
            Replicas = 1,
            ReplicasKey = key,
            Places = entry.Locality is { Length: > 0 } locality ? [Locality.Parse(locality)] : [],
            Network = entry.Network ?? "",
        },
        UntypedResource { Type: { Group: "", Name: "Pod" } } pod => Pod(pod, key),
        UntypedResource { Type.Name: not ("Job" or "CronJob") } other when other.Fields["spec"]?.Fields["template"] is { } template
            && template.Fields["metadata"]?.Fields["labels"] is not null => OfTemplate(other, key, template),
        _ => null,
    };

    /// <summary>Returns a whole number; <see langword="null"/> for anything else.</summary>
    public static int? Number(UntypedValue? value) =>
        int.TryParse(value?.Number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) ? number : null;

    private static PodShape Template(PodTemplateSpec? template) => new(
        template?.Metadata?.Labels ?? default,
        template?.Metadata?.Annotations ?? default,
        template?.Spec?.NodeSelector ?? default,
        template?.Spec?.UnknownFields["affinity"],
        template?.Spec?.UnknownFields["tolerations"]?.Items.Count > 0,
        (template?.Spec?.Containers ?? default)
            .Where(c => c is not null)
            .SelectMany(c => c.Ports)
            .Where(p => p is { Name.Length: > 0 })
            .DistinctBy(p => p.Name)
            .Select(p => KeyValuePair.Create(p.Name!, p.Port))
            .ToEquatableMap());

    private static PodShape Template(UntypedValue? template) => Shape(
        Map(template?.Fields["metadata"]?.Fields["labels"]), Map(template?.Fields["metadata"]?.Fields["annotations"]), template?.Fields["spec"]);

    private static PodShape Shape(EquatableMap<string> labels, EquatableMap<string> annotations, UntypedValue? spec) => new(
        labels,
        annotations,
        Map(spec?.Fields["nodeSelector"]),
        spec?.Fields["affinity"],
        spec?.Fields["tolerations"]?.Items.Count > 0,
        (spec?.Fields["containers"]?.Items ?? default)
            .SelectMany(c => c.Fields["ports"]?.Items ?? default)
            .Select(p => (Name: p.Fields["name"]?.Text, Port: Number(p.Fields["containerPort"])))
            .Where(p => p is { Name.Length: > 0, Port: not null })
            .DistinctBy(p => p.Name)
            .Select(p => KeyValuePair.Create(p.Name!, p.Port!.Value))
            .ToEquatableMap());

    private static EquatableMap<string> Map(UntypedValue? map) =>
        (map?.Fields ?? default).Where(f => f.Value.Text is not null).Select(f => KeyValuePair.Create(f.Key, f.Value.Text!)).ToEquatableMap();

    private static bool IsMade(UntypedResource resource) => resource.Metadata.OwnerReferences.Any(o => o is { Controller: true });

    private RunningWorkload? OfTemplate(UntypedResource workload, ResourceKey key, UntypedValue template) => workload.Type.Name switch
    {
        "ReplicaSet" when IsMade(workload) => null,
        "StatefulSet" or "ReplicaSet" or "Deployment" or "Rollout" or "ReplicationController" =>
            Replicated(key, Number(workload.Fields["spec"]?.Fields["replicas"]) ?? 1, Template(template)),
        "DaemonSet" => OnEachNode(workload, key, Template(template)),
        _ => Started(key, null, Template(template)), // Of a kind that has its own idea of numbers.
    };

    private RunningWorkload Pod(UntypedResource pod, ResourceKey key)
    {
        bool isOver = pod.Fields["status"]?.Fields["phase"]?.Text is "Succeeded" or "Failed";
        PodShape shape = Shape(pod.Metadata.Labels, pod.Metadata.Annotations, pod.Fields["spec"]);
        RunningWorkload started = Started(key, isOver ? 0 : 1, shape);
        Locality? place = nodes.Of(key.Cluster, pod.Fields["spec"]?.Fields["nodeName"]?.Text);
        return started with
        {
            Places = place is { } node && WorkloadLocality.OfEndpoint(shape.Labels, default).IsEmpty ? [node] : started.Places,
            IsMadePod = IsMade(pod),
        };
    }

    private RunningWorkload OnEachNode(UntypedResource set, ResourceKey key, PodShape shape)
    {
        RunningWorkload started = Started(key, null, shape);
        int? scheduled = Number(set.Fields["status"]?.Fields["desiredNumberScheduled"]);
        return started with { Replicas = scheduled ?? (nodes.Has(key.Cluster) ? nodes.For(key.Cluster, shape.NodeSelector, shape.Affinity, shape.Tolerates).Count : null) };
    }

    private RunningWorkload Replicated(ResourceKey key, int replicas, PodShape shape) => autoscalers.Find(key) is { } scaler
        ? Started(key, scaler.Min > 0 ? scaler.Min : null, shape) with { MaxReplicas = scaler.Max ?? int.MaxValue, ReplicasKey = scaler.Key, ReplicasPath = scaler.MinField }
        : Started(key, replicas, shape) with { ReplicasPath = "spec.replicas" };

    private RunningWorkload Started(ResourceKey key, int? replicas, PodShape shape) => new()
    {
        Key = key,
        Labels = shape.Labels,
        Annotations = shape.Annotations,
        Replicas = replicas,
        ReplicasKey = key,
        Places = PlacesOf(key.Cluster, shape),
        PortNumbers = shape.PortNumbers,
    };

    // What the pods say themselves counts; then their nodes; then the nodes that they ask for.
    private IReadOnlyList<Locality> PlacesOf(string cluster, PodShape shape)
    {
        Locality own = WorkloadLocality.OfEndpoint(shape.Labels, default);
        if (!own.IsEmpty)
        {
            return [own];
        }

        IReadOnlyList<Locality> ofNodes = nodes.For(cluster, shape.NodeSelector, shape.Affinity, shape.Tolerates);
        Locality asked = WorkloadLocality.OfEndpoint(default, shape.NodeSelector);
        string[] regions = [.. nodes.For(cluster, default, null, tolerates: true).Select(l => l.Region).Distinct()];
        return ofNodes.Count > 0 ? ofNodes
            : asked.Region.Length > 0 ? [asked]
            : regions is [var only] ? [new(only)]
            : [];
    }

    private sealed record PodShape(
        EquatableMap<string> Labels,
        EquatableMap<string> Annotations,
        EquatableMap<string> NodeSelector,
        UntypedValue? Affinity,
        bool Tolerates,
        EquatableMap<int> PortNumbers);
}
