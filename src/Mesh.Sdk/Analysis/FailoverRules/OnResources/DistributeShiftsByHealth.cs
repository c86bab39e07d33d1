using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>Fixed weights with outlier detection shift traffic, but without priorities.</summary>
/// <remarks>Specification 4.5, 6.5.</remarks>
internal sealed class DistributeShiftsByHealth : Rule<LocalityBlock>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2115",
        DiagnosticSeverity.Info,
        "distribute shares the requests of clients of '{0}' between {1} at all times; outlier detection shifts weights as hosts fail, but nothing has priority and other localities get nothing.",
        "Keep distribute if traffic is to be spread; use failover (FailsOver) if the other region is only for outages.");

    public override void Check(LocalityBlock value, Place place)
    {
        if (value.Setting.Enabled == false || value.Policy.OutlierDetection is null || value.Setting.FailoverPriority.Count > 0)
        {
            return;
        }

        EquatableList<LocalityDistribute> entries = value.Setting.Distribute;
        for (int i = 0; i < entries.Count; i++)
        {
            if (entries[i] is { } entry && entry.To.Keys.Select(to => Topology.Locality.Parse(to).Region).Distinct().Skip(1).Any())
            {
                place.Field(value.Policy.SettingField).Field("distribute").Item(i).Report(Descriptor, entry.From, Words.Quoted(entry.To.Keys));
            }
        }
    }
}
