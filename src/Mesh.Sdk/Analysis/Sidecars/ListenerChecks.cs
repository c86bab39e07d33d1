using Mesh.Sdk.Analysis.DestinationRules;
using Mesh.Sdk.Analysis.Gateways;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Sidecars;

/// <summary>Puts the listeners of a Sidecar before rules.</summary>
internal static class ListenerChecks
{
    private static readonly Rule<EquatableList<IstioIngressListener>>[] IngressListRules = [new IngressPortsAreDistinct()];
    private static readonly Rule<IstioIngressListener>[] IngressRules = [new IngressHasPort(), new DefaultEndpointIsLocal(), new HttpPoolNeedsHttpPort()];
    private static readonly Rule<ServerTlsSettings>[] TlsRules = [new IngressTlsFieldIsSupported(), new IngressTlsModeIsSupported()];
    private static readonly Rule<EquatableList<IstioEgressListener>>[] EgressListRules = [new EgressListenersAreDistinct(), new OpenEgressListenerIsLast()];
    private static readonly Rule<IstioEgressListener>[] EgressRules = [new EgressHasHosts()];
    private static readonly Rule<EquatableList<string>>[] HostsRules = [new EgressHostIsNamespaced(), new EgressHostsAreDistinct(), new EgressEverythingStandsAlone()];
    private static readonly Rule<SidecarPort>[] PortRules = [new ListenerPortHasNoTarget(), new ListenerPortNameIsLabel(), new ListenerProtocolIsKnown()];

    private static readonly Rule<SidecarListener>[] ListenerRules =
        [new ListenerPortInRange(), new ListenerBindIsIp(), new SocketListenerHasPath(), new SocketListenerIsNotCaptured()];

    public static IEnumerable<IRule> Rules =>
    [
        .. IngressListRules, .. IngressRules, .. TlsRules, .. EgressListRules, .. EgressRules, .. HostsRules, .. PortRules, .. ListenerRules,
        .. ConnectionPoolChecks.Rules, .. ServerTlsChecks.Rules,
    ];

    public static void Check(EquatableList<IstioIngressListener> listeners, Place place)
    {
        place.Finds(listeners, IngressListRules);
        for (int i = 0; i < listeners.Count; i++)
        {
            if (listeners[i] is not { } listener)
            {
                continue;
            }

            place.Item(i).Finds(listener, IngressRules);
            Check(listener.Port, SidecarListener.Of(listener), place.Item(i));
            ConnectionPoolChecks.Check(listener.ConnectionPool, place.Item(i).Field("connectionPool"));
            Check(listener.Tls, place.Item(i).Field("tls"));
        }
    }

    public static void Check(EquatableList<IstioEgressListener> listeners, Place place)
    {
        place.Finds(listeners, EgressListRules);
        for (int i = 0; i < listeners.Count; i++)
        {
            if (listeners[i] is { } listener)
            {
                place.Item(i).Finds(listener, EgressRules);
                place.Item(i).Field("hosts").Finds(listener.Hosts, HostsRules);
                Check(listener.Port, SidecarListener.Of(listener), place.Item(i));
            }
        }
    }

    private static void Check(ServerTlsSettings? tls, Place place)
    {
        if (tls is not null)
        {
            place.Finds(tls, TlsRules);
            ServerTlsChecks.Check(tls, place);
        }
    }

    private static void Check(SidecarPort? port, SidecarListener? listener, Place place)
    {
        if (port is not null && listener is not null)
        {
            place.Field("port").Finds(port, PortRules);
            place.Finds(listener, ListenerRules);
        }
    }
}
