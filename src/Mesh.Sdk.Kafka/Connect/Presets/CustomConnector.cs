using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Settings;

namespace Mesh.Sdk.Kafka.Connect.Presets;

/// <summary>Any connector, by its class and settings.</summary>
/// <param name="Class">Java class.</param>
public sealed record CustomConnector(string Class) : ConnectorPreset
{
    /// <inheritdoc/>
    public override string ClassName => Class;

    private protected override IEnumerable<KeyValuePair<string, SettingValue>> Own(ReplicationCluster kafka) => [];

    private protected override IEnumerable<Diagnostic> CheckOwn(string connector, string path) => CheckFilled(connector, path, ("class", Class));
}
