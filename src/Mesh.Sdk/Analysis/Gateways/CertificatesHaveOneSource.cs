using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Gateways;

/// <summary>The certificates of a server come from one place.</summary>
internal sealed class CertificatesHaveOneSource : Rule<ServerTlsSettings>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2535",
        DiagnosticSeverity.Error,
        "The certificates come from {0}, and Istio accepts one of them.",
        "Keep one of credentialName, credentialNames, tlsCertificates, and serverCertificate with privateKey.");

    public override string VectorId => "GW-TLS-MULTIPLE-SOURCES";

    public override void Check(ServerTlsSettings value, Place place)
    {
        List<string> sources = [.. ServerCertificates.SourcesOf(value)];
        if (sources.Count > 1)
        {
            place.Report(Descriptor, string.Join(" and ", sources));
        }
    }
}
