using Mesh.Sdk.Analysis.Indices;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Conflicts;

/// <summary>ServiceEntries that give a host and port different protocols where both are seen.</summary>
/// <remarks>Source: Istio, <c>analyzers/serviceentry/conflictingserviceentries.go</c>.</remarks>
internal sealed class EntryProtocols
{
    private const string Everywhere = "*";

    private readonly Dictionary<(string Cluster, string Scope, string Host, long Port), List<(ResourceKey Key, string Protocol)>> _entries = [];
    private readonly Dictionary<ResourceKey, (string Host, long Port, string Protocols, string Others)> _conflicts = [];

    private EntryProtocols(AnalysisContext context)
    {
        foreach ((ServiceEntry entry, Place place) in context.Each<ServiceEntry>())
        {
            Add(entry, place.Key);
        }

        foreach (((string cluster, string scope, string host, long port), List<(ResourceKey Key, string Protocol)> own) in _entries)
        {
            List<(ResourceKey Key, string Protocol)> all = scope != Everywhere && _entries.TryGetValue((cluster, Everywhere, host, port), out List<(ResourceKey, string)>? others)
                ? [.. own, .. others]
                : own;
            string[] protocols = [.. all.Select(e => e.Protocol).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
            if (protocols.Length > 1)
            {
                string names = Names.Join(all.Select(e => Names.FullName(e.Key)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
                foreach ((ResourceKey key, string _) in all)
                {
                    _conflicts.TryAdd(key, (host, port, string.Join(", ", protocols.Select(p => p.Length == 0 ? "(none)" : p)), names));
                }
            }
        }
    }

    public static EntryProtocols Of(AnalysisContext context) => context.Index(static c => new EntryProtocols(c));

    public (string Host, long Port, string Protocols, string Others)? Of(ResourceKey key) =>
        _conflicts.TryGetValue(key, out (string, long, string, string) conflict) ? conflict : null;

    private void Add(ServiceEntry entry, ResourceKey key)
    {
        foreach (string scope in Names.Scopes(entry.Spec?.ExportTo ?? default, Names.NamespaceOf(key)))
        {
            foreach (string host in (entry.Spec?.Hosts ?? default).Where(h => h is not null))
            {
                foreach (Istio.ServicePort port in (entry.Spec?.Ports ?? default).Where(p => p is not null))
                {
                    (string, string, string, long) at = (key.Cluster, scope, host, port.Number);
                    if (!_entries.TryGetValue(at, out List<(ResourceKey, string)>? entries))
                    {
                        _entries.Add(at, entries = []);
                    }

                    entries.Add((key, port.Protocol?.ToUpperInvariant() ?? ""));
                }
            }
        }
    }
}
