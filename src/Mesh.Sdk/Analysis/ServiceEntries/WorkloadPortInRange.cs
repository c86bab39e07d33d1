using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.ServiceEntries;

/// <summary>Ports are 1 to 65535.</summary>
internal sealed class WorkloadPortInRange : Rule<EndpointPort>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2456",
        DiagnosticSeverity.Error,
        "The port '{0}' is {1}, and ports are 1 to 65535.",
        "Correct the number of the port in ports.");

    public override string VectorId => "WE-PORT";

    public override void Check(EndpointPort value, Place place)
    {
        if (!IstioFormats.IsPort(value.Number))
        {
            place.Report(Descriptor, value.Name, value.Number);
        }
    }
}
