using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>A subset is named by a label.</summary>
internal sealed class DestinationSubsetIsLabel : Rule<Destination>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2377",
        DiagnosticSeverity.Error,
        "The subset '{0}' can't be a subset: letters, digits and '-' are allowed.",
        "Give the name as it stands in the DestinationRule.");

    public override string VectorId => "VS-DESTINATION-SUBSET";

    public override void Check(Destination value, Place place)
    {
        if (value.Subset is { Length: > 0 } subset && !IstioFormats.IsDns1123Label(subset))
        {
            place.Field("subset").Report(Descriptor, subset);
        }
    }
}
