using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.ServiceEntries;

/// <summary>Istio's validation of workloads outside of Kubernetes.</summary>
internal static class WorkloadChecks
{
    private static readonly WorkloadHasAddress AddressRule = new();

    private static readonly Rule<WorkloadEndpoint>[] EndpointRules = [new WorkloadIsBehindGateway(), new SocketPathIsAbsolute(), new SocketHasNoPorts()];

    private static readonly Rule<EndpointPort>[] PortRules = [new EndpointPortIsOfEntry(), new WorkloadPortNameIsLabel(), new WorkloadPortInRange()];

    private static readonly Rule<EquatableMap<string>> LabelRule = new WorkloadLabelsAreLabels();

    public static IEnumerable<IRule> Rules => [AddressRule, .. EndpointRules, .. PortRules, LabelRule];

    /// <summary>Looks at a workload; without an address and a network, istiod looks no further.</summary>
    public static void Check(WorkloadEndpoint endpoint, Place place)
    {
        AddressRule.Check(endpoint, place);
        if (endpoint.IsUnreachable)
        {
            return;
        }

        place.Finds(endpoint, EndpointRules);
        foreach ((string name, long number) in endpoint.Spec.Ports)
        {
            place.Field("ports").Entry(name).Finds(new EndpointPort(name, number, endpoint.EntryPorts), PortRules);
        }

        CheckLabels(endpoint.Spec.Labels, place.Field("labels"));
    }

    public static void CheckLabels(EquatableMap<string> labels, Place place) => LabelRule.Check(labels, place);
}
