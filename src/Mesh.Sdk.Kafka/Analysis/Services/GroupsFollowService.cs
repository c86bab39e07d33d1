using Mesh.Sdk.Analysis;
using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Kafka.Analysis.Services;

/// <summary>Where a service fails over to, its groups go on where they were.</summary>
internal sealed class GroupsFollowService : Rule<ServiceFailover>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH5351",
        DiagnosticSeverity.Error,
        "The service '{0}' reads as the group '{1}' on the Kafka cluster '{2}' in '{3}' and fails over to '{4}', whose Kafka cluster '{5}' gets no positions of the group: {6}.",
        "Sync the group from '{2}' to '{5}': SyncGroupOffsets, Groups.");

    public override void Check(ServiceFailover value, Place place)
    {
        if (value.To is not { } to)
        {
            return;
        }

        foreach (string group in value.Use.Groups.Distinct())
        {
            if (value.Use.Reads.Select(topic => value.FindGap(topic, group)).FirstOrDefault(gap => gap is not null) is { } found)
            {
                place.Field("groups").Entry(group).WithRemedy(found.Remedy)
                    .Report(Descriptor, value.Name, group, value.From.Alias, value.FromRegion, value.ToRegion, to.Alias, found.Reason);
            }
        }
    }
}
