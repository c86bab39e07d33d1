using Mesh.Sdk.Apply;
using Mesh.Sdk.Kubernetes;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Core;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Attachment.Work;

/// <summary>Removes from all clusters what attaching one of them made, and nothing else.</summary>
internal sealed class Detaching(ConnectedMesh mesh, AttachLayout layout, IProgress<AttachEvent>? progress)
{
    private ApplyResult _result = new() { Objects = [] };

    /// <summary>Detaches: the hosts first, so that none of them watches a cluster that refuses it.</summary>
    public async Task<ApplyResult> RunAsync(CancellationToken cancellationToken)
    {
        foreach (MeshCluster host in layout.Hosts)
        {
            await OnClusterAsync(host, AttachStep.HostReleased, c => ReleaseHostAsync(host, c), cancellationToken).ConfigureAwait(false);
        }

        await OnClusterAsync(layout.Peer, AttachStep.PeerReleased, ReleasePeerAsync, cancellationToken).ConfigureAwait(false);
        return _result;
    }

    // A cluster that is gone does not keep what others hold of it.
    private async Task OnClusterAsync(MeshCluster cluster, AttachStep step, Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        Asking asking = new(mesh.Timeout, mesh.Time);
        (_, string? problem) = await asking.AskAsync(mesh[cluster.Name].Client.GetVersionAsync, cancellationToken).ConfigureAwait(false);
        try
        {
            if (problem is null)
            {
                await work(cancellationToken).ConfigureAwait(false);
            }
        }
        catch (KubernetesException e)
        {
            problem = e.Message;
        }

        if (problem is null)
        {
            progress?.Report(new(step, cluster.Name));
        }
        else
        {
            _result = _result with { Findings = _result.Findings.Merge(new([AttachmentDiagnostics.Unreachable.At("", cluster.Name, problem)])) };
        }
    }

    private async Task ReleaseHostAsync(MeshCluster host, CancellationToken cancellationToken)
    {
        ConnectedCluster cluster = mesh[host.Name];
        await DeleteSetAsync(cluster, layout.PeerSet, ResourceSet.Empty, cancellationToken).ConfigureAwait(false);
        if (!await HasPeersAsync(cluster, cancellationToken).ConfigureAwait(false))
        {
            await DeleteSetAsync(cluster, layout.HostSet, ResourceSet.Empty, cancellationToken).ConfigureAwait(false);
            AddDone(await Applier(cluster).DeleteAsync(layout.ExposureOn(host), layout.NoSet, null, cancellationToken).ConfigureAwait(false));
            Add(await new NamespaceKeeper(host.Name, cluster.Client).RemoveAsync(layout.NamespacesOf(host), cancellationToken).ConfigureAwait(false));
        }
    }

    private async Task ReleasePeerAsync(CancellationToken cancellationToken)
    {
        ConnectedCluster peer = mesh[layout.Peer.Name];
        await DeleteSetAsync(peer, layout.PeerSet, layout.OnPeer([]), cancellationToken).ConfigureAwait(false);
        Add(await new NamespaceKeeper(peer.Name, peer.Client).RemoveAsync(layout.NamespacesOf(layout.Peer), cancellationToken).ConfigureAwait(false));
    }

    // The Secret that stands for the set may have gone with its namespace; what is outside of it is still there then.
    private async Task DeleteSetAsync(ConnectedCluster cluster, ApplyOptions options, ResourceSet expected, CancellationToken cancellationToken)
    {
        ServerSideApplier applier = Applier(cluster);
        ResourceKey parent = new("", "v1", "Secret", options.Set!.Namespace, options.Set.Name);
        bool isKnown = await cluster.Client.FindAsync(parent, cancellationToken).ConfigureAwait(false) is not null;
        AddDone(isKnown
            ? await DeleteMembersAsync(applier, options, cancellationToken).ConfigureAwait(false)
            : await applier.DeleteAsync(expected, options, null, cancellationToken).ConfigureAwait(false));
    }

    private static async Task<ApplyResult> DeleteMembersAsync(ServerSideApplier applier, ApplyOptions options, CancellationToken cancellationToken)
    {
        ApplyPlan members = await applier.PlanAsync(ResourceSet.Empty, options, null, cancellationToken).ConfigureAwait(false);
        ResourceSet all = ResourceSet.From(members.Of(ApplyAction.Prune).Select(o => new ResourceEntry(Named(o.Key), applier.Cluster)));
        ApplyResult deleted = await applier.DeleteAsync(all, options, null, cancellationToken).ConfigureAwait(false);
        return deleted with { Findings = deleted.Findings.Merge(members.Findings) };
    }

    private async Task<bool> HasPeersAsync(ConnectedCluster host, CancellationToken cancellationToken)
    {
        await foreach (IResource secret in host.Client.ListAsync(Secret.Definition, new() { Namespace = layout.Namespace }, cancellationToken).ConfigureAwait(false))
        {
            if (AttachLayout.IsPeerSet(secret.Metadata.Name!))
            {
                return true;
            }
        }

        return false;
    }

    private static UntypedResource Named(ResourceKey key) => new()
    {
        Type = new(key.Group, key.Version, key.Kind),
        Metadata = new(key.Name, key.Namespace.Length == 0 ? null : key.Namespace),
    };

    private static ServerSideApplier Applier(ConnectedCluster cluster) => new(cluster.Client) { Cluster = cluster.Name };

    // What was not there, or is not ours, is no news.
    private void AddDone(ApplyResult more) =>
        Add(more with { Objects = more.Objects.Where(o => o.Status is not (ApplyStatus.Unchanged or ApplyStatus.Skipped)).ToEquatableList() });

    private void Add(ApplyResult more) => _result = _result.Merge(more);
}
