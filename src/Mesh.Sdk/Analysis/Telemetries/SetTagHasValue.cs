using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Telemetries;

/// <summary>A tag that is set has a value.</summary>
internal sealed class SetTagHasValue : Rule<TagOverride>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2707",
        DiagnosticSeverity.Error,
        "The tag is to be set, but has no value.",
        "Give 'value', or 'operation: REMOVE'.");

    public override void Check(TagOverride value, Place place)
    {
        if (value.Operation is null or TagOverrideOperation.Upsert && string.IsNullOrEmpty(value.Value))
        {
            place.Report(Descriptor);
        }
    }
}
