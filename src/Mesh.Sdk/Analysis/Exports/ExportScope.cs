using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Exports;

/// <summary>What exportTo says: who sees an object.</summary>
internal sealed class ExportScope
{
    private const string Home = ".";

    private readonly HashSet<string> _seers = new(StringComparer.Ordinal);
    private readonly string _home;

    public ExportScope(EquatableList<string> entries, string @namespace)
    {
        Entries = entries;
        _home = @namespace.Length == 0 ? Home : @namespace;
    }

    public EquatableList<string> Entries { get; }

    /// <summary>Gets whether <c>~</c>, nobody, may stand here.</summary>
    public bool IsServiceEntry { get; init; }

    /// <summary>Gets whether the object is a DestinationRule for some workloads only.</summary>
    public bool HasSelector { get; init; }

    /// <summary>Gets the indexes of entries that stand before.</summary>
    public List<int> Repeated { get; } = [];

    /// <summary>Gets the indexes of entries that mean nothing.</summary>
    public List<int> Malformed { get; } = [];

    /// <summary>Gets whether anybody but the own namespace sees the object.</summary>
    public bool IsSeenElsewhere => _seers.Count > 0 && (_seers.Count > 1 || !_seers.Contains(_home));

    public bool Sees(string entry) => _seers.Contains(entry);

    /// <summary>Sorts the entries; called once, before rules look.</summary>
    public ExportScope Sort()
    {
        for (int i = 0; i < Entries.Count; i++)
        {
            string entry = Entries[i] ?? "";
            string seer = entry == Home ? _home : entry;
            if (_seers.Contains(seer))
            {
                Repeated.Add(i);
            }
            else if (IsAllowed(entry))
            {
                _seers.Add(seer);
            }
            else
            {
                Malformed.Add(i);
            }
        }

        return this;
    }

    private bool IsAllowed(string entry) => entry switch
    {
        Home or "*" => true,
        "~" => IsServiceEntry,
        _ => IstioFormats.IsDns1123Label(entry),
    };
}
