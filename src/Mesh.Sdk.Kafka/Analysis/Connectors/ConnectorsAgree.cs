using Mesh.Sdk.Analysis;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kafka.Settings;

namespace Mesh.Sdk.Kafka.Analysis.Connectors;

/// <summary>Source and checkpoint connector of a flow agree.</summary>
internal sealed class ConnectorsAgree : Rule<ConnectorGroup>
{
    private static readonly string[] Shared =
    [
        "offset-syncs.topic.location", "replication.policy.class", "replication.policy.internal.topic.separator.enabled", "replication.policy.separator",
        "source.cluster.alias", "target.cluster.alias", "topic.filter.class", "topics", "topics.exclude",
    ];

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH5320",
        DiagnosticSeverity.Error,
        "The source and the checkpoint connector of '{0}' differ in '{1}', so checkpoints are missing, or of the wrong topics.",
        "Give both the same; ToConnectors does.");

    public override void Check(ConnectorGroup value, Place place)
    {
        if (value is not { Source: { } source, Checkpoint: { } checkpoint })
        {
            return;
        }

        foreach (string name in Shared.Where(name => source.Settings.TryGetValue(name, out SettingValue? one) ^ checkpoint.Settings.TryGetValue(name, out SettingValue? other) || one != other))
        {
            place.Entry(checkpoint.Name).Field("settings").Entry(name).Report(Descriptor, value.Direction, name);
        }
    }
}
