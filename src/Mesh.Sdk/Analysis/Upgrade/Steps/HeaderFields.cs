using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Upgrade.Steps;

/// <summary>Routes and their destinations had a field for each way to change headers.</summary>
/// <remarks>Source: Istio API, <c>networking/v1alpha3/virtual_service.proto</c> of Istio 1.0 and 1.1.</remarks>
internal sealed class HeaderFields : IUpgradeStep
{
    private static readonly (string Old, string New)[] Added =
    [
        ("appendHeaders", "headers.request.add"),
        ("appendRequestHeaders", "headers.request.add"),
        ("appendResponseHeaders", "headers.response.add"),
    ];

    private static readonly (string Old, string New)[] Removed =
    [
        ("removeRequestHeaders", "headers.request.remove"),
        ("removeResponseHeaders", "headers.response.remove"),
    ];

    public void Apply(UpgradedObject upgraded)
    {
        foreach (string owner in HttpRoutes.Of(upgraded).SelectMany(route => upgraded.Items($"{route}.route").Prepend(route)).ToList())
        {
            foreach ((string old, string to) in Added)
            {
                Add(upgraded, $"{owner}.{old}", $"{owner}.{to}", old, to);
            }

            foreach ((string old, string to) in Removed)
            {
                Remove(upgraded, $"{owner}.{old}", $"{owner}.{to}", old, to);
            }
        }
    }

    // Values may be secret: findings show names only.
    private static void Add(UpgradedObject upgraded, string old, string path, string name, string to)
    {
        if (upgraded.Find(old) is not { Kind: UntypedKind.Map } headers || headers.Fields.Any(f => f.Value.Text is null))
        {
            return;
        }

        upgraded.Cut(old);
        UntypedFields present = upgraded.Find(path)?.Fields ?? default;
        KeyValuePair<string, UntypedValue>[] added = [.. headers.Fields.Where(f => present[f.Key] is null)];
        string[] twice = [.. headers.Fields.Select(f => f.Key).Where(key => present[key] is not null)];
        if (twice.Length > 0)
        {
            upgraded.Report(UpgradeDiagnostics.BothForms, old, name, string.Join(", ", twice), to);
        }

        if (added.Length > 0)
        {
            upgraded.Put(path, UntypedValue.From(new UntypedFields(present.Concat(added))));
            upgraded.Report(UpgradeDiagnostics.HeaderFields, old, name, to, added.Length);
        }
    }

    // Istio 1.0 had a map, of which the keys counted.
    private static void Remove(UpgradedObject upgraded, string old, string path, string name, string to)
    {
        if (upgraded.Find(old) is not { Kind: UntypedKind.List or UntypedKind.Map } headers || headers.Items.Any(i => i.Text is null))
        {
            return;
        }

        upgraded.Cut(old);
        UntypedValue[] removed = headers.Kind == UntypedKind.List ? [.. headers.Items] : [.. headers.Fields.Select(f => UntypedValue.From(f.Key))];
        if (removed.Length > 0)
        {
            UntypedValue[] all = [.. (upgraded.Find(path)?.Items ?? default).Concat(removed).Distinct()];
            upgraded.Put(path, UntypedValue.From(all.ToEquatableList()));
            upgraded.Report(UpgradeDiagnostics.HeaderFields, old, name, to, removed.Length);
        }
    }
}
