using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.ServiceEntries;

/// <summary>The name of a port is a DNS-1123 label.</summary>
internal sealed class WorkloadPortNameIsLabel : Rule<EndpointPort>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2455",
        DiagnosticSeverity.Error,
        "The port is called '{0}', and Istio wants up to 63 letters, digits and '-', with a letter or digit at both ends.",
        "Correct the name of the port in ports.");

    public override string VectorId => "WE-PORT-NAME";

    public override void Check(EndpointPort value, Place place)
    {
        if (!IstioFormats.IsDns1123Label(value.Name))
        {
            place.Report(Descriptor, value.Name);
        }
    }
}
