using Mesh.Sdk.Analysis.Indices;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Platform;

/// <summary>Which webhooks of Istio inject into the same pods.</summary>
/// <remarks>Source: Istio, <c>analyzers/webhook/webhook.go</c>, which tries every combination of the labels that matter.</remarks>
internal sealed class InjectionOverlaps
{
    private readonly Dictionary<(ResourceKey Configuration, int Index), SortedSet<string>> _others = [];

    private InjectionOverlaps(AnalysisContext context)
    {
        var clusters = context.Each<UntypedResource>()
            .Where(entry => entry.Resource.Type is { Group: "admissionregistration.k8s.io", Name: "MutatingWebhookConfiguration" })
            .GroupBy(entry => entry.Place.Key.Cluster, StringComparer.Ordinal);
        foreach (var configurations in clusters)
        {
            InjectionHook[] hooks = [.. configurations.SelectMany(entry => InjectionHook.Of(entry.Resource, entry.Place.Key))];
            Try(hooks, [.. configurations.SelectMany(entry => InjectionHook.RevisionsOf(entry.Resource)).Distinct(StringComparer.Ordinal)]);
        }
    }

    public static InjectionOverlaps Of(AnalysisContext context) => context.Index(static c => new InjectionOverlaps(c));

    /// <summary>Gets the other webhooks that apply to the same pods.</summary>
    public IReadOnlyCollection<string> Of(ResourceKey configuration, int index) =>
        _others.TryGetValue((configuration, index), out SortedSet<string>? others) ? others : [];

    private void Try(InjectionHook[] hooks, string[] revisions)
    {
        EquatableMap<string>[] pods = [.. Combinations("sidecar.istio.io/inject", "true", "false", revisions)];
        foreach (EquatableMap<string> space in Combinations("istio-injection", "enabled", "disabled", revisions))
        {
            InjectionHook[] near = [.. hooks.Where(hook => hook.FitsNamespace(space))];
            foreach (EquatableMap<string> pod in near.Length > 1 ? pods : [])
            {
                Add([.. near.Where(hook => hook.FitsPod(pod)).DistinctBy(hook => hook.FullName)]);
            }
        }
    }

    private void Add(InjectionHook[] matches)
    {
        foreach (InjectionHook hook in matches.Length > 1 ? matches : [])
        {
            if (!_others.TryGetValue((hook.Configuration, hook.Index), out SortedSet<string>? others))
            {
                _others.Add((hook.Configuration, hook.Index), others = new(StringComparer.Ordinal));
            }

            others.UnionWith(matches.Where(other => other.FullName != hook.FullName).Select(other => other.FullName));
        }
    }

    private static IEnumerable<EquatableMap<string>> Combinations(string label, string on, string off, string[] revisions)
    {
        string?[] values = [null, on, off];
        return values.SelectMany(value => revisions.Prepend(null).Select(revision => Labels((label, value), (NamespaceIndex.RevisionLabel, revision))));
    }

    private static EquatableMap<string> Labels(params (string Key, string? Value)[] labels) =>
        labels.Where(label => label.Value is not null).Select(label => KeyValuePair.Create(label.Key, label.Value!)).ToEquatableMap();
}
