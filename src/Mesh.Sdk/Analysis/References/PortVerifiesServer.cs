using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.References;

/// <summary>A port for which TLS is started says whose certificates are trusted.</summary>
internal sealed class PortVerifiesServer : Rule<InContext<DestinationRule>>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2829",
        DiagnosticSeverity.Warning,
        "TLS of mode {0} to port {2} of '{1}' has no caCertificates, so any server is trusted.",
        "Set caCertificates, or credentialName together with a workloadSelector.") { IstioCode = "IST0129" };

    public override void Check(InContext<DestinationRule> value, Place place)
    {
        EquatableList<PortTrafficPolicy> ports = value.Resource.Spec?.TrafficPolicy?.PortLevelSettings ?? default;
        for (int i = 0; i < ports.Count; i++)
        {
            if (ports[i]?.Tls is { } tls && !ServerVerification.IsGiven(tls, value.Resource.Spec!))
            {
                place.Field("spec").Field("trafficPolicy").Field("portLevelSettings").Item(i).Field("tls")
                    .Report(Descriptor, tls.Mode is { } mode ? EnumText.Of(mode) : null, value.Resource.Spec!.Host, ports[i].Port?.Number);
            }
        }
    }
}
