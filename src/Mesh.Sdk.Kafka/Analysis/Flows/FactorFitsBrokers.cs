using Mesh.Sdk.Analysis;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kafka.Analysis.Views;

namespace Mesh.Sdk.Kafka.Analysis.Flows;

/// <summary>A replication factor is not above the number of brokers.</summary>
internal sealed class FactorFitsBrokers : Rule<FlowView>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH5220",
        DiagnosticSeverity.Error,
        "The flow '{0}' creates topics with {1}={2} on '{3}', which has {4} brokers.",
        "Set the factor to at most {4}, or to -1, which takes the brokers' own: WithReplicationFactor, WithInternalReplicationFactor, WithWorker.");

    public override void Check(FlowView value, Place place)
    {
        foreach (TopicFactor factor in TopicFactor.Of(value))
        {
            if (factor.Cluster?.Brokers is { } brokers && factor.Value > brokers)
            {
                place.Field("settings").Entry(factor.Setting).Report(Descriptor, value.Name, factor.Setting, factor.Value, factor.Cluster.Alias, brokers);
            }
        }
    }
}
