using Mesh.Sdk.Analysis;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kafka.Analysis.Views;

namespace Mesh.Sdk.Kafka.Analysis.Settings;

/// <summary>A setting is one that the engine hands on.</summary>
internal sealed class EngineReadsSetting : Rule<OwnedSetting>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH5305",
        DiagnosticSeverity.Warning,
        "The setting '{1}' of '{0}' has no effect: {2}.",
        "Take it away, or set it where it is read.");

    public override void Check(OwnedSetting value, Place place)
    {
        if (EngineScope.FindReason(value) is { } reason)
        {
            place.Report(Descriptor, value.Owner, value.Name, reason);
        }
    }
}
