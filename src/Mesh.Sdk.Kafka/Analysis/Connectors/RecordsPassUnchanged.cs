using Mesh.Sdk.Analysis;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kafka.MirrorMaker;
using Mesh.Sdk.Kafka.MirrorMaker.Connectors;
using Mesh.Sdk.Kafka.Settings;

namespace Mesh.Sdk.Kafka.Analysis.Connectors;

/// <summary>Connectors hand on records as they are.</summary>
internal sealed class RecordsPassUnchanged : Rule<ConnectorConfig>
{
    private static readonly string[] Converters = ["key.converter", "value.converter", "header.converter"];

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH5321",
        DiagnosticSeverity.Error,
        "The connector '{0}' has no {1} of byte arrays, so the converter of the workers, which is JSON by default, rewrites what it mirrors.",
        "Set '{1}' to {2}.");

    public override void Check(ConnectorConfig value, Place place)
    {
        foreach (string name in Converters.Where(name => !value.Settings.TryGetValue(name, out SettingValue? set) || set.Text != ConnectorClasses.ByteArrayConverter))
        {
            place.Field("settings").Entry(name).Report(Descriptor, value.Name, name, ConnectorClasses.ByteArrayConverter);
        }
    }
}
