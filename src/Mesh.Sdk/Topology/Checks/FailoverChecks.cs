using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Topology.Checks;

/// <summary>Regions, labels and contradictions of failover. Source: Istio, validation of LocalityLoadBalancerSetting.</summary>
internal static class FailoverChecks
{
    private static readonly string[] TopologyLabels =
        ["topology.kubernetes.io/region", "topology.kubernetes.io/zone", "topology.istio.io/subzone"];

    public static void Run(MeshService service, MeshIndex index, Findings findings)
    {
        string path = ServiceChecks.PathOf(service);
        CheckRegions(service, path, index, findings);
        CheckOrder(service, path, index, findings);
        CheckOrderAcrossNetworks(service, path, index, findings);
        CheckLabels(service, path, findings);
        CheckTogether(service, path, findings);
    }

    public static void ReportUnknown(
        DiagnosticDescriptor descriptor,
        string path,
        string service,
        string region,
        MeshIndex index,
        Findings findings) =>
        findings.Add(descriptor, path, service, region, RegionCatalog.OwnerOf(region), Suggestion.For(region, index.Regions));

    private static void CheckRegions(MeshService service, string path, MeshIndex index, Findings findings)
    {
        Dictionary<string, string> targets = [];
        foreach (RegionFailover failover in service.Failovers)
        {
            string failoverPath = $"{path}.failovers[{failover.From}]";
            bool wellFormed = true;
            foreach (string region in new[] { failover.From, failover.To })
            {
                if (!ClusterChecks.IsLocalityPart(region))
                {
                    findings.Add(FailoverDiagnostics.RegionSyntax, failoverPath, service.Name, region);
                    wellFormed = false;
                }
            }

            findings.AddIf(failover.From == failover.To, FailoverDiagnostics.SameRegion, failoverPath, service.Name, failover.From);
            if (!targets.TryAdd(failover.From, failover.To))
            {
                findings.Add(FailoverDiagnostics.DuplicateSource, failoverPath, service.Name, failover.From, targets[failover.From], failover.To);
            }

            if (wellFormed && index.LacksRegion(failover.To))
            {
                ReportUnknown(FailoverDiagnostics.UnknownTarget, failoverPath, service.Name, failover.To, index, findings);
            }

            if (wellFormed && index.LacksRegion(failover.From))
            {
                ReportUnknown(FailoverDiagnostics.UnknownSource, failoverPath, service.Name, failover.From, index, findings);
            }
        }
    }

    private static void CheckOrder(MeshService service, string path, MeshIndex index, Findings findings)
    {
        findings.AddIf(service.FailoverOrder.Count == 1, FailoverDiagnostics.ShortOrder, $"{path}.failoverOrder", service.Name, 1);
        HashSet<string> seen = [];
        foreach (string region in service.FailoverOrder)
        {
            string regionPath = $"{path}.failoverOrder[{region}]";
            findings.AddIf(!seen.Add(region), FailoverDiagnostics.RepeatedRegion, regionPath, service.Name, region);
            if (!ClusterChecks.IsLocalityPart(region))
            {
                findings.Add(FailoverDiagnostics.RegionSyntax, regionPath, service.Name, region);
            }
            else if (index.LacksRegion(region))
            {
                ReportUnknown(FailoverDiagnostics.UnknownTarget, regionPath, service.Name, region, index, findings);
            }
        }
    }

    private static void CheckOrderAcrossNetworks(MeshService service, string path, MeshIndex index, Findings findings)
    {
        string[] networks = [.. index.NetworksOf(service.FailoverOrder)];
        findings.AddIf(networks.Length > 1, FailoverDiagnostics.OrderAcrossNetworks, $"{path}.failoverOrder", service.Name, string.Join(", ", networks));
    }

    private static void CheckLabels(MeshService service, string path, Findings findings)
    {
        HashSet<string> keys = [];
        foreach (string label in service.FailoverPriority)
        {
            string labelPath = $"{path}.failoverPriority[{label}]";
            string[] parts = label.Split('=');
            findings.AddIf(
                parts.Length > 2 || !KubernetesNames.IsLabelKey(parts[0]) || (parts.Length == 2 && !KubernetesNames.IsLabelValue(parts[1])),
                FailoverDiagnostics.PriorityLabel,
                labelPath,
                service.Name,
                label);
            findings.AddIf(!keys.Add(parts[0]), FailoverDiagnostics.DuplicatePriorityLabel, labelPath, service.Name, parts[0]);
            findings.AddIf(
                (service.Failovers.Count > 0 || service.ZoneAwareRouting is not null) && TopologyLabels.Contains(label),
                FailoverDiagnostics.TopologyLabel,
                labelPath,
                service.Name,
                label);
        }
    }

    private static void CheckTogether(MeshService service, string path, Findings findings)
    {
        bool failsOver = service.Failovers.Count + service.FailoverOrder.Count + service.FailoverPriority.Count > 0;
        bool distributes = service.Distributions.Count > 0;
        bool isZoneAware = service.ZoneAwareRouting is not null;
        if (failsOver && service.OutlierDetection is null)
        {
            string place = service.Failovers.Count > 0 ? $"{path}.failovers[{service.Failovers[0].From}]" : $"{path}.outlierDetection";
            findings.Add(FailoverDiagnostics.NoOutlierDetection, place, service.Name);
        }

        findings.AddIf(failsOver && distributes, FailoverDiagnostics.DistributionAndFailover, $"{path}.distributions", service.Name);
        findings.AddIf(isZoneAware && distributes, FailoverDiagnostics.DistributionAndZoneAware, $"{path}.distributions", service.Name);
        findings.AddIf(
            service.FailoverOrder.Count > 0 && service.Failovers.Count + service.FailoverPriority.Count > 0,
            FailoverDiagnostics.OrderAndOther,
            $"{path}.failoverOrder",
            service.Name);
        findings.AddIf(
            service.LocalityPreference == LocalityPreference.Disabled && (failsOver || distributes || isZoneAware),
            FailoverDiagnostics.LocalityIgnored,
            $"{path}.localityPreference",
            service.Name);
        findings.AddIf(
            service.ZoneAwareRouting?.MinClusterSize < 1,
            FailoverDiagnostics.MinClusterSize,
            $"{path}.zoneAwareRouting.minClusterSize",
            service.Name,
            service.ZoneAwareRouting?.MinClusterSize);
    }
}
