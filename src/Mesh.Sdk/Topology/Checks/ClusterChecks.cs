using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Topology.Checks;

/// <summary>Names, localities, networks and trust of the clusters.</summary>
internal static class ClusterChecks
{
    public static void Run(ServiceMesh mesh, Findings findings)
    {
        findings.AddIf(!KubernetesNames.IsLabel(mesh.Name), ClusterDiagnostics.MeshName, "name", mesh.Name, KubernetesNames.SuggestLabel(mesh.Name));
        findings.AddIf(!KubernetesNames.IsSubdomain(mesh.TrustDomain), ClusterDiagnostics.TrustDomain, "trustDomain", mesh.TrustDomain);
        findings.AddIf(
            !KubernetesNames.IsLabel(mesh.IstioNamespace),
            ClusterDiagnostics.IstioNamespace,
            "istioNamespace",
            mesh.IstioNamespace,
            KubernetesNames.SuggestLabel(mesh.IstioNamespace));
        findings.AddIf(mesh.Clusters.Count == 0, ClusterDiagnostics.NoCluster, "clusters", mesh.Name);
        findings.AddIf(
            mesh.Clusters.Count > 0 && mesh.Clusters.All(c => c.Role != MeshClusterRole.Host),
            ClusterDiagnostics.NoHost,
            "clusters",
            mesh.Clusters.Count);
        HashSet<string> names = [];
        foreach (MeshCluster cluster in mesh.Clusters)
        {
            string path = $"clusters[{cluster.Name}]";
            findings.AddIf(!names.Add(cluster.Name), ClusterDiagnostics.DuplicateCluster, path, cluster.Name);
            findings.AddIf(!KubernetesNames.IsLabel(cluster.Name), ClusterDiagnostics.ClusterName, path, cluster.Name, KubernetesNames.SuggestLabel(cluster.Name));
            CheckRegion(cluster, path, findings);
            CheckZones(cluster, path, findings);
            CheckNetwork(cluster, path, findings);
        }

        CheckTrust(mesh, findings);
        CheckSharedAddresses(mesh, findings);
    }

    public static bool IsLocalityPart(string text) => text.Length > 0 && !text.Any(c => c is '/' or '*' || char.IsWhiteSpace(c));

    private static void CheckRegion(MeshCluster cluster, string path, Findings findings)
    {
        path += ".region";
        if (cluster.Region.Length == 0)
        {
            findings.Add(ClusterDiagnostics.RegionMissing, path, cluster.Name);
        }
        else if (!IsLocalityPart(cluster.Region))
        {
            findings.Add(ClusterDiagnostics.RegionSyntax, path, cluster.Name, cluster.Region);
        }
        else if (RegionCatalog.Of(cluster.Provider) is { Count: > 0 } regions && !regions.Contains(cluster.Region))
        {
            findings.Add(
                ClusterDiagnostics.UnknownRegion,
                path,
                cluster.Name,
                RegionCatalog.NameOf(cluster.Provider),
                cluster.Region,
                RegionCatalog.OwnerOf(cluster.Region),
                Suggestion.For(cluster.Region, regions));
        }
    }

    private static void CheckZones(MeshCluster cluster, string path, Findings findings)
    {
        IReadOnlyList<string> regions = RegionCatalog.Of(cluster.Provider);
        HashSet<string> zones = [];
        foreach (string zone in cluster.Zones)
        {
            string zonePath = $"{path}.zones[{zone}]";
            findings.AddIf(!zones.Add(zone), ClusterDiagnostics.DuplicateZone, zonePath, cluster.Name, zone);
            if (!IsLocalityPart(zone))
            {
                findings.Add(ClusterDiagnostics.ZoneSyntax, zonePath, cluster.Name, zone);
            }
            else if (regions.Contains(cluster.Region) && !zone.StartsWith(cluster.Region, StringComparison.Ordinal))
            {
                findings.Add(ClusterDiagnostics.ForeignZone, zonePath, cluster.Name, zone, cluster.Region);
            }
        }

        bool namesParts = zones.Count > 0 || cluster.SubZone is not null;
        findings.AddIf(namesParts && cluster.Region.Length == 0, ClusterDiagnostics.ZoneWithoutRegion, path, cluster.Name);
        if (cluster.SubZone is { } subZone)
        {
            findings.AddIf(!IsLocalityPart(subZone), ClusterDiagnostics.ZoneSyntax, $"{path}.subZone", cluster.Name, subZone);
            findings.AddIf(zones.Count == 0, ClusterDiagnostics.SubZoneWithoutZone, $"{path}.subZone", cluster.Name, subZone);
        }
    }

    private static void CheckNetwork(MeshCluster cluster, string path, Findings findings)
    {
        // A name that is no label was reported already, and the network is the name by default.
        findings.AddIf(
            cluster.Network != cluster.Name && (cluster.Network.Length == 0 || !KubernetesNames.IsLabelValue(cluster.Network)),
            ClusterDiagnostics.NetworkName,
            $"{path}.network",
            cluster.Name,
            cluster.Network);
        if (cluster.Revision is { } revision)
        {
            findings.AddIf(revision.Length == 0 || !KubernetesNames.IsLabelValue(revision), ClusterDiagnostics.RevisionName, $"{path}.revision", revision);
        }

        if (cluster.TrustDomain is { } trustDomain)
        {
            findings.AddIf(!KubernetesNames.IsSubdomain(trustDomain), ClusterDiagnostics.TrustDomain, $"{path}.trustDomain", trustDomain);
        }

        foreach (string address in cluster.GatewayAddresses)
        {
            findings.AddIf(!KubernetesNames.IsAddress(address), ClusterDiagnostics.GatewayAddress, $"{path}.gatewayAddresses[{address}]", cluster.Name, address);
        }
    }

    private static void CheckTrust(ServiceMesh mesh, Findings findings)
    {
        Dictionary<string, MeshCluster> firstOfNetwork = [];
        foreach (MeshCluster cluster in mesh.Clusters)
        {
            if (firstOfNetwork.TryAdd(cluster.Network, cluster))
            {
                continue;
            }

            MeshCluster first = firstOfNetwork[cluster.Network];
            string trust = cluster.TrustDomain ?? mesh.TrustDomain;
            string firstTrust = first.TrustDomain ?? mesh.TrustDomain;
            findings.AddIf(
                trust != firstTrust,
                ClusterDiagnostics.TrustDomainsDiffer,
                $"clusters[{cluster.Name}].trustDomain",
                first.Name,
                cluster.Name,
                cluster.Network,
                firstTrust,
                trust);
        }
    }

    private static void CheckSharedAddresses(ServiceMesh mesh, Findings findings)
    {
        Dictionary<string, string> networkOf = [];
        foreach (MeshCluster cluster in mesh.Clusters)
        {
            foreach (string address in cluster.GatewayAddresses)
            {
                findings.AddIf(
                    !networkOf.TryAdd(address, cluster.Network) && networkOf[address] != cluster.Network,
                    ClusterDiagnostics.SharedGatewayAddress,
                    $"clusters[{cluster.Name}].gatewayAddresses[{address}]",
                    address,
                    networkOf[address],
                    cluster.Network);
            }
        }
    }
}
