using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Gateways;

/// <summary>The hosts of a server are domains or IP addresses.</summary>
internal sealed class ServerHostIsDomain : Rule<GatewayHost>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2504",
        DiagnosticSeverity.Error,
        "The host '{0}' is neither a DNS name, whose first label may be a wildcard, nor an IP address.",
        "Correct the host in hosts.");

    public override string VectorId => "GW-HOST-SYNTAX";

    public override void Check(GatewayHost value, Place place)
    {
        if (!IstioFormats.IsWildcardDomain(value.Name) && !IstioFormats.IsIpAddress(value.Name))
        {
            place.Report(Descriptor, value.Name);
        }
    }
}
