using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>Clients send no IP addresses as server name.</summary>
internal sealed class SniHostIsNotIp : Rule<SniMatch>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2390",
        DiagnosticSeverity.Warning,
        "The server name '{0}' is an IP address, which most clients do not send.",
        "Match by 'destinationSubnets' in 'tcp', or give the DNS name.");

    public override string VectorId => "VS-TLS-SNI-IP";

    public override void Check(SniMatch value, Place place)
    {
        for (int i = 0; i < value.Names.Count; i++)
        {
            string name = value.Names[i] ?? "";
            if (!value.IsDomain(name) && IstioFormats.IsIpAddress(name))
            {
                place.Item(i).Report(Descriptor, name);
            }
        }
    }
}
