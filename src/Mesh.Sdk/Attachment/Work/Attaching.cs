using Mesh.Sdk.Apply;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kubernetes;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Attachment.Work;

/// <summary>Attaches one cluster once, or gives its hosts another token.</summary>
internal sealed class Attaching(ConnectedMesh mesh, AttachLayout layout, AttachOptions options, IProgress<AttachEvent>? progress)
{
    private readonly ConnectedCluster _peer = mesh[layout.Peer.Name];
    private readonly Uri _server = options.Server ?? mesh[layout.Peer.Name].Connection.Server;
    private ApplyResult _result = new() { Objects = [] };

    /// <summary>Asks all clusters.</summary>
    public async Task<AttachPreview> PreviewAsync(CancellationToken cancellationToken)
    {
        ResourceSet objects = AllObjects();
        DiagnosticReport findings = await new Preflight(mesh, layout, options).RunAsync(objects, _server, cancellationToken).ConfigureAwait(false);
        progress?.Report(new(AttachStep.Checked, _peer.Name));
        return new()
        {
            Peer = _peer.Name,
            Context = _peer.Connection.Context,
            Server = _server,
            Hosts = layout.Hosts.Select(h => h.Name).ToEquatableList(),
            Objects = objects.Select(o => o.Key).ToEquatableList(),
            Findings = findings,
        };
    }

    /// <summary>Attaches.</summary>
    /// <param name="overlap">How long both tokens hold; <see langword="null"/> to keep the token there is.</param>
    /// <param name="cancellationToken">Ends the work; the result has what was done.</param>
    public async Task<ApplyResult> RunAsync(TimeSpan? overlap, CancellationToken cancellationToken)
    {
        AttachPreview preview = await PreviewAsync(cancellationToken).ConfigureAwait(false);
        _result = _result with { Findings = preview.Findings };
        bool isWanted = preview.Findings.HasErrors || options.Confirm is not { } confirm || await confirm(preview, cancellationToken).ConfigureAwait(false);
        if (isWanted && !preview.Findings.HasErrors)
        {
            await WorkAsync(overlap, cancellationToken).ConfigureAwait(false);
        }

        ResourceKey[] known = [.. _result.Objects.Select(o => o.Key)];
        IEnumerable<AppliedObject> left = preview.Objects.Except(known).Select(k => new AppliedObject(k, ApplyStatus.NotAttempted));
        return _result with
        {
            Objects = [.. _result.Objects, .. _result.IsSuccess && isWanted ? [] : left],
            WasCancelled = _result.WasCancelled || !isWanted || cancellationToken.IsCancellationRequested,
        };
    }

    private async Task WorkAsync(TimeSpan? overlap, CancellationToken cancellationToken)
    {
        try
        {
            await AttachAsync(overlap, cancellationToken).ConfigureAwait(false);
        }
        catch (KubernetesException e)
        {
            Add(AttachmentDiagnostics.Unreachable.At("", _peer.Name, e.Message));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            _result = _result with { WasCancelled = true };
        }
    }

    private async Task AttachAsync(TimeSpan? overlap, CancellationToken cancellationToken)
    {
        TokenSecrets secrets = new(_peer.Client, layout, mesh.Time);
        TokenPlan plan = TokenPlan.Of(options.Token, await secrets.FindAsync(cancellationToken).ConfigureAwait(false), secrets, overlap is not null);
        Credentials credentials = new(mesh, layout, options, _server);
        if (!await PreparePeerAsync(plan.During, cancellationToken).ConfigureAwait(false)
            || await GetCredentialAsync(credentials, plan, overlap is not null, cancellationToken).ConfigureAwait(false) is not { } credential
            || !await ConfigureHostsAsync(credential, cancellationToken).ConfigureAwait(false))
        {
            return;
        }

        await RevokeAsync(plan, overlap, cancellationToken).ConfigureAwait(false);
        if (_result.IsSuccess)
        {
            progress?.Report(new(AttachStep.Attached, _peer.Name));
        }
    }

    private async Task<bool> PreparePeerAsync(IEnumerable<string> tokenSecrets, CancellationToken cancellationToken)
    {
        Add(await new NamespaceKeeper(_peer.Name, _peer.Client).ApplyAsync(layout.NamespacesOf(layout.Peer), cancellationToken).ConfigureAwait(false));
        if (_result.IsSuccess)
        {
            await ApplyAsync(_peer, layout.OnPeer(tokenSecrets), layout.PeerSet, cancellationToken).ConfigureAwait(false);
        }

        return Reached(AttachStep.PeerPrepared, _peer.Name);
    }

    private async Task<RemoteSecret?> GetCredentialAsync(Credentials credentials, TokenPlan plan, bool isRotation, CancellationToken cancellationToken)
    {
        (RemoteSecret? credential, Diagnostic? problem) = await credentials.GetAsync(plan.Secret, isRotation, cancellationToken).ConfigureAwait(false);
        problem ??= await credentials.TryAsync(credential!, cancellationToken).ConfigureAwait(false);
        if (problem is not null)
        {
            Add(problem);
        }

        return Reached(AttachStep.TokenRetrieved, _peer.Name) ? credential : null;
    }

    private async Task<bool> ConfigureHostsAsync(RemoteSecret credential, CancellationToken cancellationToken)
    {
        foreach (MeshCluster host in layout.Hosts)
        {
            ConnectedCluster connected = mesh[host.Name];
            Add(await new NamespaceKeeper(host.Name, connected.Client).ApplyAsync(layout.NamespacesOf(host), cancellationToken).ConfigureAwait(false));
            await ApplyAsync(connected, layout.OnHostOnce(host), layout.HostSet, cancellationToken).ConfigureAwait(false);
            await ApplyAsync(connected, layout.ExposureOn(host), layout.NoSet, cancellationToken).ConfigureAwait(false);
            await ApplyAsync(connected, layout.OnHost(host, credential), layout.PeerSet, cancellationToken).ConfigureAwait(false);
            Reached(AttachStep.HostConfigured, host.Name);
        }

        return _result.IsSuccess;
    }

    private async Task RevokeAsync(TokenPlan plan, TimeSpan? overlap, CancellationToken cancellationToken)
    {
        if (!plan.During.SequenceEqual(plan.After))
        {
            await Task.Delay(overlap ?? TimeSpan.Zero, mesh.Time, cancellationToken).ConfigureAwait(false);
            ApplyResult revoked = await Applier(_peer).ApplyAsync(layout.OnPeer(plan.After), layout.PeerSet, null, cancellationToken).ConfigureAwait(false);
            Add(revoked with { Objects = revoked.Objects.Where(o => o.Status is ApplyStatus.Pruned or ApplyStatus.Failed).ToEquatableList() });
        }

        if (overlap is not null && plan.Secret is null)
        {
            Add(AttachmentDiagnostics.OldToken.At("", $"The old token of '{_peer.Name}' can't be revoked and holds until its end."));
        }
        else if (plan.Foreign is { } foreign)
        {
            Add(AttachmentDiagnostics.OldToken.At("", $"The old token of '{_peer.Name}' is in the Secret {layout.Namespace}/{foreign}, which attaching did not make and keeps."));
        }
    }

    private async Task ApplyAsync(ConnectedCluster cluster, ResourceSet objects, ApplyOptions set, CancellationToken cancellationToken)
    {
        if (objects.Count > 0)
        {
            Add(await Applier(cluster).ApplyAsync(objects, set, null, cancellationToken).ConfigureAwait(false));
        }
    }

    private bool Reached(AttachStep step, string cluster)
    {
        if (_result.IsSuccess)
        {
            progress?.Report(new(step, cluster));
        }

        return _result.IsSuccess;
    }

    private ResourceSet AllObjects()
    {
        RemoteSecret empty = new() { Cluster = _peer.Name, Namespace = layout.Namespace, Server = _server, Token = "" };
        string[] tokens = options.Token is { Secret: null, Lifetime: null } ? [new TokenSecrets(_peer.Client, layout, mesh.Time).DefaultName] : [];
        return ResourceSet.From(
        [
            .. layout.NamespacesOf(layout.Peer).Select(n => new ResourceEntry(n, _peer.Name)),
            .. layout.OnPeer(tokens),
            .. layout.Hosts.SelectMany(h => layout.NamespacesOf(h).Select(n => new ResourceEntry(n, h.Name)).Concat(layout.OnHostOnce(h)).Concat(layout.ExposureOn(h)).Concat(layout.OnHost(h, empty))),
        ]);
    }

    private static ServerSideApplier Applier(ConnectedCluster cluster) => new(cluster.Client) { Cluster = cluster.Name };

    private void Add(ApplyResult more) => _result = _result.Merge(more);

    private void Add(Diagnostic finding) => _result = _result with { Findings = _result.Findings.Merge(new([finding])) };
}
