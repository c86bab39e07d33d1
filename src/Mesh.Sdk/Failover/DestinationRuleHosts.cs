using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Failover;

/// <summary>The rules of one namespace by host, those for one host merged: specification 8.3.</summary>
internal sealed class DestinationRuleHosts
{
    private readonly HostTable<List<MergedDestinationRule>> _rules = new();

    public IReadOnlyList<MergedDestinationRule> Find(string serviceHost) =>
        _rules.Covering(serviceHost).FirstOrDefault() is { } host ? _rules.At(host) : [];

    public void Add(DestinationRule rule, DestinationRuleSpec spec, IReadOnlySet<string> exportTo)
    {
        List<MergedDestinationRule> earlier = _rules.At(spec.Host);
        bool standsAlone = true;
        foreach (MergedDestinationRule other in earlier)
        {
            if (MayMerge(other, spec, exportTo))
            {
                other.Add(rule, spec);
                standsAlone = !IsSelectedAlike(other.Spec, spec) && !exportTo.SetEquals(other.ExportTo);
            }
            else
            {
                standsAlone = true;
            }
        }

        if (standsAlone)
        {
            earlier.Add(new(rule, spec, exportTo));
        }
    }

    private static bool MayMerge(MergedDestinationRule earlier, DestinationRuleSpec spec, IReadOnlySet<string> exportTo)
    {
        bool fits = exportTo.SetEquals(earlier.ExportTo) || (earlier.ExportTo.Count > 0 && exportTo.IsSupersetOf(earlier.ExportTo));
        bool bothSelect = earlier.Spec.WorkloadSelector is not null && spec.WorkloadSelector is not null;
        return fits && (!bothSelect || IsSelectedAlike(earlier.Spec, spec));
    }

    private static bool IsSelectedAlike(DestinationRuleSpec a, DestinationRuleSpec b) => (a.WorkloadSelector, b.WorkloadSelector) switch
    {
        (null, null) => true,
        ({ } first, { } second) => first.MatchLabels.OrderBy(l => l.Key, StringComparer.Ordinal).SequenceEqual(second.MatchLabels),
        _ => false,
    };
}
