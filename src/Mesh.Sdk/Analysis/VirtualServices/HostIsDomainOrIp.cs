using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>A host is a domain, whose first label may have a leading wildcard, or an IP address.</summary>
internal sealed class HostIsDomainOrIp : Rule<VirtualServiceSpec>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2304",
        DiagnosticSeverity.Error,
        "'{0}' is neither a domain nor an IP address.",
        "Give a DNS name, at most with * in front, or an IP address.");

    public override string VectorId => "VS-HOST";

    public override void Check(VirtualServiceSpec value, Place place)
    {
        Func<string, bool> isHost = value.HostForm();
        for (int i = 0; i < value.Hosts.Count; i++)
        {
            string host = value.Hosts[i] ?? "";
            if (!isHost(host) && !IstioFormats.IsIpAddress(host))
            {
                place.Field("hosts").Item(i).Report(Descriptor, PublicText.Host(host));
            }
        }
    }
}
