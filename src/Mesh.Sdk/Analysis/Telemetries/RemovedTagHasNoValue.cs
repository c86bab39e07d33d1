using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Telemetries;

/// <summary>A tag that is removed has no value.</summary>
internal sealed class RemovedTagHasNoValue : Rule<TagOverride>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2708",
        DiagnosticSeverity.Error,
        "The tag is to be removed, but has the value '{0}'.",
        "Remove 'value', or set 'operation: UPSERT'.");

    public override void Check(TagOverride value, Place place)
    {
        if (value.Operation == TagOverrideOperation.Remove && !string.IsNullOrEmpty(value.Value))
        {
            place.Field("value").Report(Descriptor, value.Value);
        }
    }
}
