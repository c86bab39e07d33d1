using Mesh.Sdk.Analysis;
using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Kafka.Analysis.Connectors;

/// <summary>A checkpoint connector has a source connector beside it.</summary>
internal sealed class CheckpointsHaveSource : Rule<ConnectorGroup>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH5322",
        DiagnosticSeverity.Warning,
        "'{0}' has a checkpoint connector and no source connector, so no offset is synced and no position is translated.",
        "Deploy the source connector of the flow as well.");

    public override void Check(ConnectorGroup value, Place place)
    {
        if (value is { Source: null, Checkpoint: { } checkpoint })
        {
            place.Entry(checkpoint.Name).Report(Descriptor, value.Direction);
        }
    }
}
