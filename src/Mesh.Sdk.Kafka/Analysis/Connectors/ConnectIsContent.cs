using Mesh.Sdk.Analysis;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kafka.MirrorMaker.Connectors;

namespace Mesh.Sdk.Kafka.Analysis.Connectors;

/// <summary>Connect takes the settings of a connector.</summary>
internal sealed class ConnectIsContent : Rule<ConnectorConfig>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH5323",
        DiagnosticSeverity.Error,
        "The setting '{1}' of the connector '{0}' {2}, so Connect refuses the connector.",
        "Give the setting a value that Kafka takes.");

    public override void Check(ConnectorConfig value, Place place)
    {
        foreach ((string name, string problem) in ConnectorValidation.FindProblems(value.Connector, value.ToSettings()))
        {
            place.Field("settings").Entry(name).Report(Descriptor, value.Name, name, problem);
        }
    }
}
