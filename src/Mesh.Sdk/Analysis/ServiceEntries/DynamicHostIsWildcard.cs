using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.ServiceEntries;

/// <summary>Names are resolved while requests come in for wildcards only.</summary>
internal sealed class DynamicHostIsWildcard : Rule<ServiceEntrySpec>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2424",
        DiagnosticSeverity.Error,
        "resolution is DYNAMIC_DNS and hosts has {0}, and Istio wants wildcards.",
        "Give hosts such as *.example.com, or set resolution to DNS.");

    public override string VectorId => "SE-DYNAMIC-DNS-HOST";

    public override void Check(ServiceEntrySpec value, Place place)
    {
        if (value.Hosts.Count == 0)
        {
            place.Field("hosts").Report(Descriptor, "no entry");
        }

        for (int i = 0; i < value.Hosts.Count; i++)
        {
            string host = value.Hosts[i] ?? "";
            if (!host.StartsWith('*'))
            {
                place.Field("hosts").Item(i).Report(Descriptor, $"'{PublicText.Host(host)}'");
            }
        }
    }
}
