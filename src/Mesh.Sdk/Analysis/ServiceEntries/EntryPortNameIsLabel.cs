using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.ServiceEntries;

/// <summary>The name of a port is a DNS-1123 label.</summary>
internal sealed class EntryPortNameIsLabel : Rule<string>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2410",
        DiagnosticSeverity.Error,
        "The port is called '{0}', and Istio wants up to 63 letters, digits and '-', with a letter or digit at both ends.",
        "Correct the name of the port.");

    public override string VectorId => "SE-PORT-NAME";

    public override void Check(string value, Place place)
    {
        if (!IstioFormats.IsDns1123Label(value ?? ""))
        {
            place.Report(Descriptor, value);
        }
    }
}
