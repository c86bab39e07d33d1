using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Telemetries;

/// <summary>A tag of traces has a name.</summary>
internal sealed class TraceTagHasName : Rule<TelemetryTracing>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2704",
        DiagnosticSeverity.Error,
        "A custom tag has no name.",
        "Give the name as the key of the entry.");

    public override void Check(TelemetryTracing value, Place place)
    {
        if (value.CustomTags.ContainsKey(""))
        {
            place.Field("customTags").Report(Descriptor);
        }
    }
}
