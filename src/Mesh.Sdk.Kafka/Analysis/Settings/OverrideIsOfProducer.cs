using Mesh.Sdk.Analysis;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kafka.Analysis.Views;

namespace Mesh.Sdk.Kafka.Analysis.Settings;

/// <summary>Only the producer of a connector of MirrorMaker can be overridden.</summary>
internal sealed class OverrideIsOfProducer : Rule<OwnedSetting>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH5302",
        DiagnosticSeverity.Warning,
        "The setting '{1}' of '{0}' changes nothing: MirrorMaker's consumers and admin clients are its own, and Connect overrides only the producer.",
        "Call WithConsumer or WithAdmin, which write 'source.consumer.' and 'admin.'.");

    public override void Check(OwnedSetting value, Place place)
    {
        if (value.IsOfFlow && (value.Name.StartsWith("consumer.override.", StringComparison.Ordinal) || value.Name.StartsWith("admin.override.", StringComparison.Ordinal)))
        {
            place.Report(Descriptor, value.Owner, value.Name);
        }
    }
}
