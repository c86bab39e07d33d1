using Mesh.Sdk.Analysis;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kafka.Analysis.Views;

namespace Mesh.Sdk.Kafka.Analysis.Flows;

/// <summary>Whoever sets a separator says whether internal topics use it.</summary>
internal sealed class InternalSeparatorIsStated : Rule<FlowView>
{
    private const string Switch = "replication.policy.internal.topic.separator.enabled";

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH5242",
        DiagnosticSeverity.Info,
        "The flow '{0}' sets the separator '{1}' and not whether internal topics use it; they do since Kafka 3.1 and did not before, so an upgrade finds none of them.",
        "State replication.policy.internal.topic.separator.enabled: true for new flows, false for those from before 3.1.");

    public override void Check(FlowView value, Place place)
    {
        if (value.Flow.TextOf("replication.policy.separator") is { } separator and not "." && !value.Flow.Settings.ContainsKey(Switch))
        {
            place.Field("settings").Entry("replication.policy.separator").Report(Descriptor, value.Name, separator);
        }
    }
}
