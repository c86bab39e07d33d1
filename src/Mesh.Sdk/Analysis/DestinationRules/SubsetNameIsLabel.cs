using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.DestinationRules;

/// <summary>The name of a subset is a DNS-1123 label.</summary>
internal sealed class SubsetNameIsLabel : Rule<Subset>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2202",
        DiagnosticSeverity.Error,
        "The subset is called '{0}', and Istio wants up to 63 letters, digits and '-', with a letter or digit at both ends.",
        "Change the name of the subset, and subset of the routes that go there.");

    public override string VectorId => "DR-SUBSET-NAME";

    public override void Check(Subset value, Place place)
    {
        if (!IstioFormats.IsDns1123Label(value.Name ?? ""))
        {
            place.Field("name").Report(Descriptor, value.Name);
        }
    }
}
