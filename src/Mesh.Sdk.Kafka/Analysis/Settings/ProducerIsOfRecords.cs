using Mesh.Sdk.Analysis;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kafka.Analysis.Views;

namespace Mesh.Sdk.Kafka.Analysis.Settings;

/// <summary>Settings of the producer reach the one that writes the mirrored records.</summary>
internal sealed class ProducerIsOfRecords : Rule<OwnedSetting>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH5303",
        DiagnosticSeverity.Warning,
        "The setting '{1}' of '{0}' reaches the producer of offset syncs only, not the one that writes the mirrored records.",
        "Call WithProducer, which writes 'producer.override.'.");

    public override void Check(OwnedSetting value, Place place)
    {
        if (value.IsOfFlow && value.Name.StartsWith("producer.", StringComparison.Ordinal) && !value.Name.StartsWith("producer.override.", StringComparison.Ordinal))
        {
            place.Report(Descriptor, value.Owner, value.Name);
        }
    }
}
