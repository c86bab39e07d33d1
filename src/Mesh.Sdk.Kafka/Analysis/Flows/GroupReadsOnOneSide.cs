using Mesh.Sdk.Analysis;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kafka.Analysis.Views;

namespace Mesh.Sdk.Kafka.Analysis.Flows;

/// <summary>A group that is synced has members on one side only.</summary>
internal sealed class GroupReadsOnOneSide : Rule<FlowView>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH5214",
        DiagnosticSeverity.Warning,
        "The group '{1}' has members on '{2}' and on '{3}', so the flow '{0}' can't commit its positions on '{3}'.",
        "Use a group of its own on each cluster, or keep the members on '{3}' stopped until the failover.");

    public override void Check(FlowView value, Place place)
    {
        if (value.Flow.SyncsGroupOffsets && value.KnownTarget is not null)
        {
            foreach (string group in (value.KnownSource?.Groups ?? default).Where(g => value.Model.HasGroup(value.Flow.Target, g) && value.Traits.Groups.Admits(g)))
            {
                place.Field("settings").Entry("groups").Report(Descriptor, value.Name, group, value.Flow.Source, value.Flow.Target);
            }
        }
    }
}
