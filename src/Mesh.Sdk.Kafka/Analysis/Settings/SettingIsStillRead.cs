using Mesh.Sdk.Analysis;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kafka.Analysis.Views;
using Mesh.Sdk.Kafka.Settings;

namespace Mesh.Sdk.Kafka.Analysis.Settings;

/// <summary>A setting is one that Kafka still reads.</summary>
internal sealed class SettingIsStillRead : Rule<OwnedSetting>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH5301",
        DiagnosticSeverity.Warning,
        "The setting '{1}' of '{0}' is gone since Kafka {2}, which takes it without a word and ignores it.",
        "Take it away; what replaces it, if anything: {3}.");

    public override string Covers => "MESH5031";

    public override void Check(OwnedSetting value, Place place)
    {
        if (MirrorSettings.Removed.FirstOrDefault(r => r.Name == value.Name) is { } removed)
        {
            place.Report(Descriptor, value.Owner, removed.Name, removed.Removed, removed.Replacement ?? "nothing");
        }
    }
}
