using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.ServiceEntries;

/// <summary>What istiod asks of an entry depends on how its hosts are resolved.</summary>
internal static class ResolutionChecks
{
    private static readonly Rule<ServiceEntrySpec>[] NoneRules = [new UnresolvedEntryHasNoEndpoints(), new UnresolvedEntrySelectsNothing()];

    private static readonly Rule<ServiceEntrySpec>[] DnsRules = [new ResolvedHostIsName(), new RoundRobinHasOneEndpoint(), new TcpAddressHasOneHost()];

    private static readonly ResolvedEndpointIsAddress AddressRule = new();

    private static readonly Rule<EquatableMap<string>> LabelRule = new ResolvedEndpointLabelsAreLabels();

    private static readonly ResolvedEndpointPortIsOfEntry PortRule = new();

    private static readonly Rule<ServiceEntrySpec>[] DynamicRules =
    [
        new DynamicHostIsWildcard(),
        new DynamicEntryHasNoAddresses(),
        new DynamicEntryHasNoEndpoints(),
        new DynamicProtocolNamesHost(),
    ];

    private static readonly DynamicEntryHasNoWaypoint WaypointRule = new();

    public static IEnumerable<IRule> Rules =>
        [.. NoneRules, .. DnsRules, AddressRule, LabelRule, PortRule, .. DynamicRules, WaypointRule, .. WorkloadChecks.Rules];

    public static void Check(LabeledEntry entry, Place place)
    {
        ServiceEntrySpec spec = entry.Spec;
        switch (spec.Resolution)
        {
            case null or ServiceEntryResolution.None:
                place.Finds(spec, NoneRules);
                break;
            case ServiceEntryResolution.Static:
                CheckEndpoints(spec, place, static (endpoint, ports, item) => WorkloadChecks.Check(new WorkloadEndpoint(endpoint, ports), item));
                break;
            case ServiceEntryResolution.Dns or ServiceEntryResolution.DnsRoundRobin:
                place.Finds(spec, DnsRules);
                CheckEndpoints(spec, place, CheckResolved);
                break;
            case ServiceEntryResolution.DynamicDns:
                place.Finds(spec, DynamicRules);
                WaypointRule.Check(entry, place);
                break;
        }
    }

    private static void CheckEndpoints(ServiceEntrySpec spec, Place place, Action<WorkloadEntrySpec, HashSet<string>, Place> check)
    {
        HashSet<string> ports = new(StringComparer.Ordinal);
        foreach (ServicePort? port in spec.Ports)
        {
            if (port is not null)
            {
                ports.Add(port.Name ?? "");
            }
        }

        for (int i = 0; i < spec.Endpoints.Count; i++)
        {
            if (spec.Endpoints[i] is { } endpoint)
            {
                check(endpoint, ports, place.Field("endpoints").Item(i));
            }
        }
    }

    private static void CheckResolved(WorkloadEntrySpec endpoint, HashSet<string> entryPorts, Place place)
    {
        AddressRule.Check(endpoint, place);
        LabelRule.Check(endpoint.Labels, place.Field("labels"));
        foreach ((string name, long number) in endpoint.Ports)
        {
            Place item = place.Field("ports").Entry(name);
            EndpointPort port = new(name, number, entryPorts);
            PortRule.Check(port, item);
            EntryPortChecks.Check(port, item);
        }
    }
}
