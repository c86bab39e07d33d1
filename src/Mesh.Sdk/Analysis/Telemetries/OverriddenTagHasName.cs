using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Telemetries;

/// <summary>An override names the tag.</summary>
internal sealed class OverriddenTagHasName : Rule<MetricsOverride>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2706",
        DiagnosticSeverity.Warning,
        "An override of a tag has no name.",
        "Give the name as the key of the entry.");

    public override void Check(MetricsOverride value, Place place)
    {
        if (value.TagOverrides.ContainsKey(""))
        {
            place.Field("tagOverrides").Report(Descriptor);
        }
    }
}
