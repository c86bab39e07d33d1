using System.Globalization;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Security;

/// <summary>The ports of workloads are ports.</summary>
internal sealed class PortMutualTlsPortInRange : Rule<PeerAuthenticationSpec>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2662",
        DiagnosticSeverity.Error,
        "portLevelMtls has the port '{0}', and ports are 1 to 65535.",
        "Give the port that the workload listens on, not that of the Service.");

    public override void Check(PeerAuthenticationSpec value, Place place)
    {
        foreach (string port in value.PortLevelMtls.Keys)
        {
            if (!long.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out long number) || !IstioFormats.IsPort(number))
            {
                place.Field("portLevelMtls").Entry(port).Report(Descriptor, port);
            }
        }
    }
}
