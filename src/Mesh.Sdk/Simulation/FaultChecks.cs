using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Simulation;

/// <summary>Checks a fault of a scenario.</summary>
internal sealed class FaultChecks(ServiceMesh mesh, Scenario scenario, ScenarioChecks checks)
{
    private const int MostReplicas = 10_000;

    public void Check(ScenarioFault fault, string path)
    {
        if (fault.At < TimeSpan.Zero || (scenario.Duration > TimeSpan.Zero && fault.At >= scenario.Duration))
        {
            checks.Add(ScenarioDiagnostics.Time.At($"{path}.at", fault.At, scenario.Duration));
        }

        foreach (string missing in Needed(fault).Where(need => !need.IsGiven).Select(need => need.Name))
        {
            checks.Add(ScenarioDiagnostics.Incomplete.At(path, fault.Kind, missing));
        }

        checks.CheckNotNegative(fault.RecoversAfter, "recoversAfter", $"{path}.recoversAfter");
        checks.CheckNotNegative(fault.Delay, "by", $"{path}.delay");
        checks.CheckRatio(fault.ErrorRatio, $"{path}.errorRatio");
        checks.CheckStatus(fault.Status, $"{path}.status");
        checks.CheckCluster(fault.Cluster, $"{path}.cluster");
        checks.CheckCluster(fault.OtherCluster, $"{path}.otherCluster");
        if (fault.Service is { } name && checks.CheckService(name, $"{path}.service") is { } service)
        {
            CheckService(fault, service, path);
        }

        if (fault is { Kind: FaultKind.Partition, Cluster: not null } && fault.Cluster == fault.OtherCluster)
        {
            checks.Add(ScenarioDiagnostics.SelfPartition.At(path, fault.Cluster));
        }

        CheckPlace(fault, path);
    }

    private static (string Name, bool IsGiven)[] Needed(ScenarioFault fault)
    {
        (string, bool) service = ("service", fault.Service is not null);
        (string, bool) cluster = ("cluster", fault.Cluster is not null);
        return fault.Kind switch
        {
            FaultKind.Scale => [service, cluster, ("number of replicas", fault.Replicas is not null)],
            FaultKind.Errors or FaultKind.BlackHole => [service],
            FaultKind.Slow => [service, ("delay", fault.Delay is not null)],
            FaultKind.BadRollout => [service, ("version", fault.Version is not null)],
            FaultKind.ZoneLost => [("zone", fault.Zone is not null)],
            FaultKind.RegionLost => [("region", fault.Region is not null)],
            FaultKind.ProviderLost => [("provider", fault.Provider is not null)],
            FaultKind.ClusterLost or FaultKind.GatewayLost => [cluster],
            FaultKind.Partition => [cluster, ("cluster to cut it off from", fault.OtherCluster is not null)],
            FaultKind.DiscoveryDelayed => [("delay", fault.Delay is not null)],
            _ => [],
        };
    }

    private void CheckService(ScenarioFault fault, MeshService service, string path)
    {
        string[] clusters = [.. service.Workloads.Select(w => w.Cluster).Distinct()];
        if (fault.Cluster is { } cluster && mesh.FindCluster(cluster) is not null && !clusters.Contains(cluster))
        {
            checks.Add(ScenarioDiagnostics.NotThere.At(path, service.Name, cluster, clusters.Length == 0 ? "none" : string.Join(", ", clusters)));
        }

        if (fault.Replicas is < 0 or > MostReplicas)
        {
            checks.Add(ScenarioDiagnostics.Replicas.At($"{path}.replicas", service.Name, fault.Replicas));
        }

        if (fault.Version is { } version && service.Workloads.All(w => w.Version != version))
        {
            checks.Add(ScenarioDiagnostics.UnknownVersion.At($"{path}.version", service.Name, version, Suggestion.For(version, service.Workloads.Select(w => w.Version ?? "").Where(v => v.Length > 0))));
        }
    }

    private void CheckPlace(ScenarioFault fault, string path)
    {
        string[] zones = [.. mesh.Clusters.SelectMany(c => c.Zones).Concat(mesh.Services.SelectMany(s => s.Workloads).Select(w => w.Zone ?? "")).Distinct()];
        if (fault.Zone is { } zone && !zones.Contains(zone))
        {
            checks.Add(ScenarioDiagnostics.UnknownZone.At($"{path}.zone", zone, Suggestion.For(zone, zones)));
        }

        if (fault.Region is { } region && mesh.Clusters.All(c => c.Region != region))
        {
            checks.Add(ScenarioDiagnostics.UnknownRegion.At($"{path}.region", region, Suggestion.For(region, mesh.Clusters.Select(c => c.Region))));
        }

        if (fault.Provider is { } provider && mesh.Clusters.All(c => c.Provider != provider))
        {
            checks.Add(ScenarioDiagnostics.UnknownProvider.At($"{path}.provider", provider));
        }
    }
}
