using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>Fixed weights send nothing to a locality they do not name, not even when the named ones are down.</summary>
/// <remarks>Specification 4.1, 4.5.</remarks>
internal sealed class DistributeIsNoFailover : Rule<LocalityBlock>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2104",
        DiagnosticSeverity.Warning,
        "distribute sends clients of '{0}' to {1} only; it is no failover: every other locality gets nothing, even when {2} is down{3}.",
        "Use failover (FailsOver) instead of distribute (Distributes), or name every region, so that weights shift by health.");

    public override void Check(LocalityBlock value, Place place)
    {
        if (value.Setting.Enabled == false)
        {
            return;
        }

        EquatableList<LocalityDistribute> entries = value.Setting.Distribute;
        bool losesLabels = value.Setting.FailoverPriority.Count > 0;
        for (int i = 0; i < entries.Count; i++)
        {
            if (entries[i] is not { To.Count: > 0 } entry)
            {
                continue;
            }

            string[] regions = [.. entry.To.Keys.Select(to => Topology.Locality.Parse(to).Region).Distinct()];
            if (!regions.Contains("*") && (regions.Length == 1 || losesLabels))
            {
                string lost = losesLabels ? ", and failoverPriority is not looked at" : "";
                place.Field(value.Policy.SettingField).Field("distribute").Item(i)
                    .Report(Descriptor, entry.From, Words.Quoted(entry.To.Keys), regions.Length == 1 ? $"'{regions[0]}'" : "all of them", lost);
            }
        }
    }
}
