using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>A destination is one service, or the services under a domain.</summary>
internal sealed class DestinationHostIsDomain : Rule<Destination>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2376",
        DiagnosticSeverity.Error,
        "The destination '{0}' is not a domain that traffic can go to.",
        "Give the DNS name of a service, not '*'.");

    public override string VectorId => "VS-DESTINATION-HOST";

    public override void Check(Destination value, Place place)
    {
        if (string.IsNullOrEmpty(value.Host) || value.Host == "*" || !IstioFormats.IsWildcardDomain(value.Host))
        {
            place.Field("host").Report(Descriptor, PublicText.Host(value.Host));
        }
    }
}
