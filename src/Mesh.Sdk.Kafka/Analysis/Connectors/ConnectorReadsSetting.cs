using Mesh.Sdk.Analysis;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kafka.MirrorMaker.Connectors;
using Mesh.Sdk.Kafka.Replication.Checks;

namespace Mesh.Sdk.Kafka.Analysis.Connectors;

/// <summary>A setting of a connector is one that it reads.</summary>
internal sealed class ConnectorReadsSetting : Rule<ConnectorConfig>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH5325",
        DiagnosticSeverity.Warning,
        "The setting '{1}' of the connector '{0}' is not one that it reads, so it has no effect.{2}",
        "Correct the name, or leave the setting out.");

    public override void Check(ConnectorConfig value, Place place)
    {
        foreach (string name in value.Settings.Keys.Where(name => !FlowChecks.IsOfConnectors(name)))
        {
            place.Field("settings").Entry(name).Report(Descriptor, value.Name, name, Suggestion.For(name, FlowChecks.KnownNames));
        }
    }
}
