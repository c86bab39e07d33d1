using Mesh.Sdk.Analysis;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Analysis.Services;

/// <summary>A topic that a service uses is there.</summary>
internal sealed class TopicIsThere : Rule<ServiceUse>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH5354",
        DiagnosticSeverity.Warning,
        "The service '{0}' uses the topic '{1}', which is not on the Kafka cluster '{2}' where it runs.{3}",
        "Correct the name in UsedBy, or create the topic.");

    public override void Check(ServiceUse value, Place place)
    {
        foreach ((string alias, EquatableList<string> known) in value.KnownTopics)
        {
            foreach (string topic in value.Use.Reads.Concat(value.Use.Writes).Distinct().Where(t => !known.Contains(t)))
            {
                place.Report(Descriptor, value.Name, topic, alias, Suggestion.For(topic, known));
            }
        }
    }
}
