using Mesh.Sdk.Analysis.Indices;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Failover;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.References;

/// <summary>Some host of the VirtualService is one of the gateway.</summary>
internal sealed class HostIsInGateway : Rule<InContext<VirtualService>>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2832",
        DiagnosticSeverity.Warning,
        "None of the hosts {0} is a host of the Gateway '{1}', so it never uses these routes.",
        "Add the host to a server of the Gateway, or bind to another one.") { IstioCode = "IST0132" };

    public override void Check(InContext<VirtualService> value, Place place)
    {
        EquatableList<string> gateways = value.Resource.Spec?.Gateways ?? default;
        string @namespace = Names.NamespaceOf(place.Key);
        for (int i = 0; i < gateways.Count; i++)
        {
            if (gateways[i] is { } name and not GatewayIndex.Mesh && !GatewayIsInternal.IsInternal(name) && !Fits(value, place.Key.Cluster, name, @namespace))
            {
                place.Field("spec").Field("gateways").Item(i).Report(Descriptor, Names.Join(value.Resource.Spec!.Hosts), name);
            }
        }
    }

    // A gateway that is not there has no hosts.
    private static bool Fits(InContext<VirtualService> value, string cluster, string name, string @namespace)
    {
        string fullName = Names.FullName(name, @namespace);
        return GatewayIndex.Of(value.Context).Find(cluster, fullName) is { } gateway
            && GatewayIndex.HostsFor(gateway, fullName.Split('/')[0], @namespace)
                .Any(host => value.Resource.Spec!.Hosts.Any(own => own is not null && HostMatching.Overlaps(host, own)));
    }
}
