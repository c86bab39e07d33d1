using Mesh.Sdk.Analysis;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kafka.Analysis.Views;

namespace Mesh.Sdk.Kafka.Analysis.Flows;

/// <summary>ACLs of the target have one owner.</summary>
internal sealed class OneOwnsAcls : Rule<FlowView>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH5230",
        DiagnosticSeverity.Warning,
        "The flow '{0}' copies ACLs to '{1}', where a user operator owns them and takes away what it did not write.",
        "Call WithoutAclSync, and grant on '{1}' through the operator.");

    public override void Check(FlowView value, Place place)
    {
        if (value.KnownTarget is { HasUserOperator: true } && value.SyncsAcls)
        {
            place.Field("settings").Entry("sync.topic.acls.enabled").Report(Descriptor, value.Name, value.Flow.Target);
        }
    }
}
