using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.DestinationRules;

/// <summary>A policy for a port names the port.</summary>
internal sealed class PortPolicyNamesPort : Rule<PortTrafficPolicy>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2225",
        DiagnosticSeverity.Error,
        "The entry of portLevelSettings has no port, so it is for none.",
        "Set port.number to a port of the service.");

    public override string VectorId => "TP-PORT-MISSING";

    public override void Check(PortTrafficPolicy value, Place place)
    {
        if (value.Port is null)
        {
            place.Report(Descriptor);
        }
    }
}
