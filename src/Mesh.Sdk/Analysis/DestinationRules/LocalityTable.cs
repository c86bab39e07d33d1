using System.Diagnostics.CodeAnalysis;

namespace Mesh.Sdk.Analysis.DestinationRules;

/// <summary>Localities that were listed, by region and zone. What overlaps what depends on the order, as in istiod.</summary>
/// <remarks>Source: Istio, <c>pkg/config/validation/agent</c>, validateLocalities.</remarks>
internal sealed class LocalityTable
{
    private const string All = "*";

    private readonly Dictionary<string, Dictionary<string, HashSet<string>>> _regions = new(StringComparer.Ordinal);

    /// <summary>Takes a locality apart, at most into three: what follows the second slash is the sub-zone.</summary>
    public static bool TrySplit(string locality, [NotNullWhen(true)] out string[]? parts)
    {
        parts = locality.Split('/', 3);
        return !parts.Contains("");
    }

    /// <summary>Returns whether a locality overlaps one of the table.</summary>
    public bool Covers(string locality)
    {
        if (_regions.ContainsKey(All))
        {
            return true;
        }

        if (!TrySplit(locality, out string[]? parts) || !_regions.TryGetValue(parts[0], out Dictionary<string, HashSet<string>>? zones))
        {
            return false;
        }

        if (parts.Length == 1 || zones.ContainsKey(All))
        {
            return true;
        }

        return zones.TryGetValue(parts[1], out HashSet<string>? subZones)
            && (parts.Length == 2 || subZones.Contains(All) || subZones.Contains(parts[2]));
    }

    /// <summary>Adds a locality that nothing covers.</summary>
    public void Add(string locality)
    {
        if (!TrySplit(locality, out string[]? parts))
        {
            return;
        }

        if (!_regions.TryGetValue(parts[0], out Dictionary<string, HashSet<string>>? zones))
        {
            _regions[parts[0]] = zones = new(StringComparer.Ordinal);
        }

        string zone = parts.Length > 1 ? parts[1] : All;
        if (!zones.TryGetValue(zone, out HashSet<string>? subZones))
        {
            zones[zone] = subZones = new(StringComparer.Ordinal);
        }

        subZones.Add(parts.Length > 2 ? parts[2] : All);
    }
}
