using Mesh.Sdk.Analysis;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kafka.Analysis.Settings;
using Mesh.Sdk.Kafka.MirrorMaker.Connectors;
using Mesh.Sdk.Kafka.Replication.Checks;

namespace Mesh.Sdk.Kafka.Analysis.Connectors;

/// <summary>Secrets of a connector are kept elsewhere.</summary>
internal sealed class ConnectorKeepsSecrets : Rule<ConnectorConfig>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH5324",
        DiagnosticSeverity.Error,
        "The setting '{1}' of the connector '{0}' is a secret and stands there in plain text, where Connect shows it to everyone who asks.",
        "Give a SecretReference.");

    public override void Check(ConnectorConfig value, Place place)
    {
        foreach (string name in value.Settings.Where(s => s.Value.Text is { } text && !text.Contains("${", StringComparison.Ordinal)).Select(s => s.Key))
        {
            if (SettingChecks.IsSecretByName(name) || SecretLook.IsName(name))
            {
                place.Field("settings").Entry(name).Report(Descriptor, value.Name, name);
            }
        }
    }
}
