using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.DestinationRules;

/// <summary>A traffic policy sets something.</summary>
internal sealed class PolicyIsNotEmpty : Rule<TrafficPolicy>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2220",
        DiagnosticSeverity.Error,
        "The traffic policy is there and sets nothing.",
        "Set one of loadBalancer, connectionPool, outlierDetection, tls, portLevelSettings, tunnel, proxyProtocol and retryBudget, or leave trafficPolicy out.");

    public override string VectorId => "TP-EMPTY";

    public override void Check(TrafficPolicy value, Place place)
    {
        if (value is
            {
                LoadBalancer: null, ConnectionPool: null, OutlierDetection: null, Tls: null,
                PortLevelSettings.Count: 0, Tunnel: null, ProxyProtocol: null, RetryBudget: null,
            })
        {
            place.Report(Descriptor);
        }
    }
}
