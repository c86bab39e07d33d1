using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.DestinationRules;

/// <summary>The target of a tunnel is a DNS name or an IP address.</summary>
internal sealed class TunnelHostIsAddress : Rule<TunnelSettings>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2223",
        DiagnosticSeverity.Error,
        "The target of the tunnel is '{0}', which is neither a DNS name nor an IP address.",
        "Set targetHost to a DNS name without wildcard or to an IP address.");

    public override string VectorId => "TP-TUNNEL-HOST";

    public override void Check(TunnelSettings value, Place place)
    {
        string host = value.TargetHost ?? "";
        if (!IstioFormats.IsFqdn(host) && !IstioFormats.IsIpAddress(host))
        {
            place.Field("targetHost").Report(Descriptor, PublicText.Host(host));
        }
    }
}
