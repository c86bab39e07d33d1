using Mesh.Sdk.Analysis.Indices;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Conflicts;

/// <summary>A host is served by one Gateway of a selector and port.</summary>
internal sealed class GatewayHostIsServedOnce : Rule<InContext<Gateway>>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2845",
        DiagnosticSeverity.Error,
        "The Gateways {0} serve hosts of {1} on port {2} of the same pods too, and which one applies is undefined.",
        "Merge the servers into one Gateway, or give them other hosts.") { IstioCode = "IST0145" };

    public override void Check(InContext<Gateway> value, Place place)
    {
        string own = Names.FullName(place.Key);
        string selector = Names.Selector(value.Resource.Spec?.Selector ?? default);
        for (int i = 0; i < value.Resource.Spec?.Servers.Count; i++)
        {
            if (value.Resource.Spec.Servers[i] is { Port: { } port } server)
            {
                string[] others =
                [
                    .. server.Hosts.Where(host => host is not null)
                        .SelectMany(host => GatewayPorts.Of(value.Context).Serving(place.Key.Cluster, selector, port.Number, host).Where(name => name != own).Take(20))
                        .Distinct(StringComparer.Ordinal),
                ];
                if (others.Length > 0)
                {
                    place.Field("spec").Field("servers").Item(i).Report(Descriptor, Names.Join(others), Names.Join(server.Hosts), port.Number);
                }
            }
        }
    }
}
