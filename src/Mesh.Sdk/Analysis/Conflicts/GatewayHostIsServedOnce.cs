using Mesh.Sdk.Analysis.Indices;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Conflicts;

/// <summary>A host is served by one Gateway of the same pods, port and address.</summary>
internal sealed class GatewayHostIsServedOnce : Rule<InContext<Gateway>>
{
    private const int MaxNames = 20;

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2845",
        DiagnosticSeverity.Error,
        "The Gateways {0} serve hosts of {1} on port {2} of the same pods too, and which one applies is undefined.",
        "Merge the servers into one Gateway, or give them other hosts.") { IstioCode = "IST0145" };

    public override void Check(InContext<Gateway> value, Place place)
    {
        string own = Names.FullName(place.Key);
        for (int i = 0; i < value.Resource.Spec?.Servers.Count; i++)
        {
            if (value.Resource.Spec.Servers[i] is { } server)
            {
                string[] others =
                [
                    .. GatewayPorts.Of(value.Context).Serving(place.Key.Cluster, value.Resource.Spec.Selector, server)
                        .Where(name => name != own)
                        .Take(MaxNames)
                        .Distinct(StringComparer.Ordinal),
                ];
                if (others.Length > 0)
                {
                    place.Field("spec").Field("servers").Item(i).Report(Descriptor, Names.Join(others), Names.Join(server.Hosts), server.Port?.Number ?? 0);
                }
            }
        }
    }
}
