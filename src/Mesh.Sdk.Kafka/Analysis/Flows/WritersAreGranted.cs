using Mesh.Sdk.Analysis;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kafka.Analysis.Views;

namespace Mesh.Sdk.Kafka.Analysis.Flows;

/// <summary>Whoever fails over may write on the target.</summary>
internal sealed class WritersAreGranted : Rule<FlowView>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH5232",
        DiagnosticSeverity.Info,
        "The flow '{0}' is for failover, and MirrorMaker never copies the right to write, nor rights of groups and prefixes, to '{1}'.",
        "Grant WRITE on topics and READ on groups on '{1}' before it is needed, and call WithoutAclSync if all is granted there.");

    public override void Check(FlowView value, Place place)
    {
        if (value.KnownTarget is { HasAuthorizer: true, HasUserOperator: false } && value.Flow.SyncsGroupOffsets && value.SyncsAcls)
        {
            place.Field("settings").Entry("sync.topic.acls.enabled").Report(Descriptor, value.Name, value.Flow.Target);
        }
    }
}
