using Mesh.Sdk.Analysis;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Analysis.Services;

/// <summary>Where a service fails over to, its topics are mirrored.</summary>
internal sealed class TopicsFollowService : Rule<ServiceFailover>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH5350",
        DiagnosticSeverity.Error,
        "The service '{0}' {1} '{2}' on the Kafka cluster '{3}' in '{4}' and fails over to '{5}', whose Kafka cluster '{6}' gets no mirror of it: {7}.",
        "Mirror the topic from '{3}' to '{6}' with a flow for disaster recovery.");

    public override void Check(ServiceFailover value, Place place)
    {
        Check(value, value.Use.Reads, "reads", place);
        Check(value, value.Use.Writes, "writes", place);
    }

    private void Check(ServiceFailover value, EquatableList<string> topics, string verb, Place place)
    {
        foreach (string topic in topics.Distinct())
        {
            if (value.To is { } to && value.FindGap(topic) is { } gap)
            {
                place.Field(verb).Entry(topic).WithRemedy(gap.Remedy)
                    .Report(Descriptor, value.Name, verb, topic, value.From.Alias, value.FromRegion, value.ToRegion, to.Alias, gap.Reason);
            }
        }
    }
}
