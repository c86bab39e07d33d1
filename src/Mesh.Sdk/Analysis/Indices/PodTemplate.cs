using Mesh.Sdk.Failover;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Core;

namespace Mesh.Sdk.Analysis.Indices;

/// <summary>A pod, or the template that pods are made from.</summary>
internal sealed record PodTemplate
{
    /// <summary>Gets the object that holds it.</summary>
    public required ResourceKey Key { get; init; }

    public required Place Place { get; init; }

    /// <summary>Gets whether this is a pod and no template.</summary>
    public required bool IsPod { get; init; }

    /// <summary>Gets the labels; those of a pod include what Istio takes from its node.</summary>
    public required EquatableMap<string> Labels { get; init; }

    public EquatableMap<string> Annotations { get; init; }

    public IReadOnlyList<PodContainer> Containers { get; init; } = [];

    public IReadOnlyList<PodContainer> InitContainers { get; init; } = [];

    public UntypedValue? SecurityContext { get; init; }

    public bool UsesHostNetwork { get; init; }

    public string? NodeName { get; init; }

    public string Namespace => Names.NamespaceOf(Key);

    public bool HasProxy => Containers.Concat(InitContainers).FirstOrDefault(c => c.Name == "istio-proxy") is { Image.Length: > 0 };

    /// <summary>Returns whether a selector selects it. A template may be scheduled anywhere, so where it runs excludes nothing.</summary>
    public bool IsSelected(EquatableMap<string> selector) => selector.All(wanted =>
        (!IsPod && IsTopology(wanted.Key)) || (Labels.TryGetValue(wanted.Key, out string? value) && value == wanted.Value));

    public static bool IsTopology(string label) => label is TopologyLabels.Region or TopologyLabels.Zone or TopologyLabels.SubZone
        or TopologyLabels.Hostname or TopologyLabels.Cluster or TopologyLabels.Network;

    public static PodTemplate? From(IResource resource, Place place) => resource switch
    {
        Deployment deployment => FromTyped(deployment.Spec?.Template, place),
        UntypedResource { Type: { Group: "", Name: "Pod" } } pod => FromUntyped(pod.Metadata.Labels, pod.Metadata.Annotations, pod.Fields["spec"], place, isPod: true),
        UntypedResource { Type: { Group: "apps", Name: "StatefulSet" or "DaemonSet" or "Deployment" or "ReplicaSet" } } set => FromTemplate(set.Fields["spec"]?.Fields["template"], place),
        _ => null,
    };

    private static PodTemplate? FromTyped(PodTemplateSpec? template, Place place) => template is null ? null : new()
    {
        Key = place.Key,
        Place = place,
        IsPod = false,
        Labels = template.Metadata?.Labels ?? default,
        Annotations = template.Metadata?.Annotations ?? default,
        Containers = [.. (template.Spec?.Containers ?? default).Where(c => c is not null).Select(From)],
        InitContainers = [.. (template.Spec?.InitContainers ?? default).Where(c => c is not null).Select(From)],
        SecurityContext = template.Spec?.UnknownFields["securityContext"],
    };

    private static PodTemplate? FromTemplate(UntypedValue? template, Place place) => template is null
        ? null
        : FromUntyped(Map(template.Fields["metadata"]?.Fields["labels"]), Map(template.Fields["metadata"]?.Fields["annotations"]), template.Fields["spec"], place, isPod: false);

    private static PodTemplate FromUntyped(EquatableMap<string> labels, EquatableMap<string> annotations, UntypedValue? spec, Place place, bool isPod) => new()
    {
        Key = place.Key,
        Place = place,
        IsPod = isPod,
        Labels = labels,
        Annotations = annotations,
        Containers = ContainersOf(spec, "containers"),
        InitContainers = ContainersOf(spec, "initContainers"),
        SecurityContext = spec?.Fields["securityContext"],
        UsesHostNetwork = spec?.Fields["hostNetwork"]?.Boolean == true,
        NodeName = spec?.Fields["nodeName"]?.Text,
    };

    private static PodContainer From(Container container) =>
        new(container.Name ?? "", container.Image ?? "", container.UnknownFields["securityContext"]);

    private static PodContainer[] ContainersOf(UntypedValue? spec, string field) =>
        [.. (spec?.Fields[field]?.Items ?? default).Select(c => new PodContainer(c.Fields["name"]?.Text ?? "", c.Fields["image"]?.Text ?? "", c.Fields["securityContext"]))];

    private static EquatableMap<string> Map(UntypedValue? map) =>
        (map?.Fields ?? default).Where(field => field.Value.Text is not null).Select(field => KeyValuePair.Create(field.Key, field.Value.Text!)).ToEquatableMap();
}
