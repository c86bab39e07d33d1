using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.DestinationRules;

/// <summary>A policy for a port sets something.</summary>
internal sealed class PortPolicyIsNotEmpty : Rule<PortTrafficPolicy>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2226",
        DiagnosticSeverity.Error,
        "The entry of portLevelSettings for port {0} sets nothing.",
        "Set one of loadBalancer, connectionPool, outlierDetection and tls, or remove the entry.");

    public override string VectorId => "TP-PORT-EMPTY";

    public override void Check(PortTrafficPolicy value, Place place)
    {
        if (value is { LoadBalancer: null, ConnectionPool: null, OutlierDetection: null, Tls: null })
        {
            place.Report(Descriptor, value.Port?.Number);
        }
    }
}
