using Mesh.Sdk.Kubernetes;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Core;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Attachment.Work;

/// <summary>Asks a cluster how it is, and the hosts what they hold of it, at the same time.</summary>
internal sealed class StatusReader(ConnectedMesh mesh, MeshCluster cluster)
{
    private readonly Asking _asking = new(mesh.Timeout, mesh.Time);

    private string Namespace => mesh.Mesh.IstioNamespace;

    private bool HasSeveralNetworks => mesh.Mesh.Clusters.Select(c => c.Network).Distinct().Count() > 1;

    public async Task<ClusterStatus> ReadAsync(CancellationToken cancellationToken)
    {
        Task<(ClusterStatus? Answer, string? Problem)> answering = _asking.AskAsync(AskClusterAsync, cancellationToken);
        RemoteSecretFinding held = await new RemoteSecretReader(mesh, cluster, _asking).ReadAsync(cancellationToken).ConfigureAwait(false);
        (ClusterStatus? answer, string? problem) = await answering.ConfigureAwait(false);
        ClusterStatus status = (answer ?? Nothing(isReachable: false)) with { RemoteSecret = held.State, TokenExpiresAt = held.ExpiresAt };
        return answer is null ? status with { Message = problem! } : Judge(status, held.Problem);
    }

    private ClusterStatus Judge(ClusterStatus status, string problem)
    {
        MeshClusterState state = status.RemoteSecret switch
        {
            RemoteSecretState.Missing => MeshClusterState.Unmanaged,
            RemoteSecretState.Unknown => MeshClusterState.Unknown,
            RemoteSecretState.Refused or RemoteSecretState.Unusable => MeshClusterState.ReconcileFailed,
            _ when HasSeveralNetworks && status.GatewayAddresses.Count == 0 => MeshClusterState.ReconcileFailed,
            _ => MeshClusterState.Available,
        };
        bool isPending = state == MeshClusterState.ReconcileFailed && problem.Length == 0;
        return status with { Status = state, Message = isPending ? "gateway is pending" : problem };
    }

    private async Task<ClusterStatus> AskClusterAsync(CancellationToken cancellationToken)
    {
        KubernetesApiClient client = mesh[cluster.Name].Client;
        KubernetesVersion version = await client.GetVersionAsync(cancellationToken).ConfigureAwait(false);
        EquatableList<string> addresses = await FindAddressesAsync(client, cancellationToken).ConfigureAwait(false);
        return Nothing(isReachable: true) with
        {
            KubernetesVersion = version.GitVersion,
            IstioVersion = await FindIstioVersionAsync(client, cancellationToken).ConfigureAwait(false),
            GatewayAddresses = addresses.Count > 0 ? addresses : cluster.GatewayAddresses,
        };
    }

    private async Task<EquatableList<string>> FindAddressesAsync(KubernetesApiClient client, CancellationToken cancellationToken)
    {
        SortedDictionary<string, EquatableList<string>> found = new(StringComparer.Ordinal);
        KubernetesListOptions gateways = new() { Namespace = Namespace, LabelSelector = "istio in (eastwestgateway,ingressgateway)" };
        await foreach (IResource service in client.ListAsync(Service.Definition, gateways, cancellationToken).ConfigureAwait(false))
        {
            EquatableList<UntypedValue> ingress = service.Tree().Find(["status", "loadBalancer", "ingress"])?.Items ?? [];
            string[] addresses = [.. ingress.Select(i => (i.Fields["ip"] ?? i.Fields["hostname"])?.Text).OfType<string>()];
            if (addresses.Length > 0)
            {
                found.TryAdd(service.Metadata.Labels["istio"], addresses.ToEquatableList());
            }
        }

        return found.Count > 0 ? found.First().Value : [];
    }

    private async Task<string?> FindIstioVersionAsync(KubernetesApiClient client, CancellationToken cancellationToken)
    {
        KubernetesListOptions istiod = new() { Namespace = Namespace, LabelSelector = "app=istiod" };
        await foreach (IResource deployment in client.ListAsync(Deployment.Definition, istiod, cancellationToken).ConfigureAwait(false))
        {
            string image = deployment.Tree().Find(["spec", "template", "spec", "containers", "0", "image"])?.Text ?? "";
            int tag = image.LastIndexOf(':');
            if (tag > image.LastIndexOf('/'))
            {
                return image[(tag + 1)..];
            }
        }

        return null;
    }

    private ClusterStatus Nothing(bool isReachable) => new()
    {
        Name = cluster.Name,
        Type = cluster.Role,
        Status = MeshClusterState.Unreachable,
        IsReachable = isReachable,
        GatewayAddresses = cluster.GatewayAddresses,
        ControlPlane = cluster.Role == MeshClusterRole.Host ? null : ControlPlane,
    };

    // The article's revisions name their namespace themselves, as those of Banzai Cloud's operator do.
    private string ControlPlane =>
        cluster.Revision is { } revision && revision.Contains('.', StringComparison.Ordinal) ? revision : $"{cluster.Revision ?? "default"}.{Namespace}";
}
