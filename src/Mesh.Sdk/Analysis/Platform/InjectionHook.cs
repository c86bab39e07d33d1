using Mesh.Sdk.Analysis.Indices;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Platform;

/// <summary>A webhook that injects sidecars.</summary>
internal sealed record InjectionHook(ResourceKey Configuration, int Index, UntypedValue Hook)
{
    private const string Revision = NamespaceIndex.RevisionLabel;

    /// <summary>Gets the configuration and the webhook in it.</summary>
    public string FullName => $"{Configuration.Name}/{Hook.Fields["name"]?.Text}";

    /// <summary>Gets the webhooks of a configuration if it is one of Istio: it names a revision, or its webhooks are of istio.io.</summary>
    public static IEnumerable<InjectionHook> Of(UntypedResource configuration, ResourceKey key)
    {
        EquatableList<UntypedValue> hooks = configuration.Fields["webhooks"]?.Items ?? default;
        bool isOfIstio = RevisionsOf(configuration).Any() || hooks.Any(hook => hook.Fields["name"]?.Text?.EndsWith("istio.io", StringComparison.Ordinal) == true);
        return isOfIstio ? hooks.Select((hook, i) => new InjectionHook(key, i, hook)) : [];
    }

    /// <summary>Gets the revisions that a configuration names.</summary>
    public static IEnumerable<string> RevisionsOf(UntypedResource configuration) =>
        (configuration.Metadata.Labels.TryGetValue(Revision, out string? revision) ? [revision] : Enumerable.Empty<string>())
            .Concat((configuration.Fields["webhooks"]?.Items ?? default).SelectMany(hook =>
                UntypedSelector.ValuesOf(hook.Fields["namespaceSelector"], Revision).Concat(UntypedSelector.ValuesOf(hook.Fields["objectSelector"], Revision))));

    public bool FitsNamespace(EquatableMap<string> labels) => UntypedSelector.Fits(Hook.Fields["namespaceSelector"], labels);

    public bool FitsPod(EquatableMap<string> labels) => UntypedSelector.Fits(Hook.Fields["objectSelector"], labels);
}
