using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.ServiceEntries;

/// <summary>The hosts of an entry are domains.</summary>
internal sealed class EntryHostIsDomain : Rule<ServiceEntrySpec>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2405",
        DiagnosticSeverity.Error,
        "The host '{0}' is not a DNS name; its first label may be a wildcard.",
        "Correct the host; IP addresses belong in addresses.");

    public override string VectorId => "SE-HOST";

    public override string Covers => "MESH2418";

    public override void Check(ServiceEntrySpec value, Place place)
    {
        for (int i = 0; i < value.Hosts.Count; i++)
        {
            string host = value.Hosts[i] ?? "";
            if (host != "*" && !IstioFormats.IsWildcardDomain(host))
            {
                place.Field("hosts").Item(i).Report(Descriptor, PublicText.Host(host));
            }
        }
    }
}
