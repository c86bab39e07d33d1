using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.ServiceEntries;

/// <summary>Ports are 1 to 65535.</summary>
internal sealed class EntryPortInRange : Rule<long>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2413",
        DiagnosticSeverity.Error,
        "The port is {0}, and ports are 1 to 65535.",
        "Give a port; leave targetPort out if it is that of the service.");

    public override string VectorId => "SE-PORT-NUMBER";

    public override void Check(long value, Place place)
    {
        if (!IstioFormats.IsPort(value))
        {
            place.Report(Descriptor, value);
        }
    }
}
