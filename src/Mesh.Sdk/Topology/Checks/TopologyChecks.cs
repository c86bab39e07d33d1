using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Topology.Checks;

/// <summary>Runs every check; none stops at its first finding.</summary>
internal static class TopologyChecks
{
    public static DiagnosticReport Run(ServiceMesh mesh)
    {
        Findings findings = new();
        MeshIndex index = new(mesh);
        ClusterChecks.Run(mesh, findings);
        NamespaceChecks.Run(mesh, findings);
        ServiceChecks.Run(mesh, index, findings);
        WorkloadChecks.Run(mesh, index, findings);
        foreach (MeshService service in mesh.Services)
        {
            FailoverChecks.Run(service, index, findings);
            DistributionChecks.Run(service, index, findings);
            TrafficPolicyChecks.Run(service, findings);
            RouteChecks.Run(service, findings);
        }

        IngressChecks.Run(mesh, findings);
        return findings.ToReport();
    }
}
