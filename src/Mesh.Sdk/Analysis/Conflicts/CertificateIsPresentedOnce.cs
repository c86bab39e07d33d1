using Mesh.Sdk.Analysis.Indices;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Conflicts;

/// <summary>A certificate is presented by one Gateway.</summary>
internal sealed class CertificateIsPresentedOnce : Rule<InContext<Gateway>>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2838",
        DiagnosticSeverity.Warning,
        "The Gateways {0} present the same certificate: clients that reuse an HTTP/2 connection for hosts of both get 404.",
        "Serve the hosts from one Gateway, or give each its certificate.") { IstioCode = "IST0138" };

    public override void Check(InContext<Gateway> value, Place place)
    {
        GatewayCertificates certificates = GatewayCertificates.Of(value.Context);
        foreach (string certificate in GatewayCertificates.Of(value.Resource))
        {
            string[] others = [.. certificates.Others(value.Resource, place.Key, certificate).Take(20)];
            if (others.Length > 0)
            {
                place.Field("spec").Field("servers").Report(Descriptor, Names.Join(others.Prepend(Names.FullName(place.Key))));
            }
        }
    }
}
