using Mesh.Sdk.Apply;
using Mesh.Sdk.Attachment.Work;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kubernetes;
using Mesh.Sdk.Topology;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Mesh.Sdk.Attachment;

/// <summary>
/// A mesh and a way to each of its clusters: what is declared can be applied, clusters can be attached and detached, and their state be asked for. Safe for
/// several threads, but one cluster should be attached or detached once at a time.
/// </summary>
public sealed class ConnectedMesh : IDisposable
{
    private readonly Dictionary<string, ConnectedCluster> _clusters;

    /// <summary>Joins a mesh and connections to all of its clusters, whose clients are disposed with it.</summary>
    /// <exception cref="ArgumentException">A cluster has no connection, or a connection no cluster; all are named.</exception>
    public ConnectedMesh(ServiceMesh mesh, IEnumerable<ConnectedCluster> clusters)
    {
        ArgumentNullException.ThrowIfNull(mesh);
        ArgumentNullException.ThrowIfNull(clusters);
        Mesh = mesh;
        _clusters = clusters.ToDictionary(c => c.Name, StringComparer.Ordinal);
        string[] declared = [.. mesh.Clusters.Select(c => c.Name)];
        string[] wrong = [.. declared.Except(_clusters.Keys).Select(c => $"'{c}' has no connection"), .. _clusters.Keys.Except(declared).Select(c => $"'{c}' is not a cluster of the mesh")];
        if (wrong.Length > 0)
        {
            throw new ArgumentException($"Connections and clusters differ: {string.Join(", ", wrong)}.", nameof(clusters));
        }

        Applier = new FanOutApplier(declared.ToDictionary(c => c, IResourceApplier (c) => new ServerSideApplier(this[c].Client) { Cluster = c }));
    }

    /// <summary>Gets the definition.</summary>
    public ServiceMesh Mesh { get; }

    /// <summary>Gets what applies sets of objects to all clusters.</summary>
    public FanOutApplier Applier { get; }

    /// <summary>Gets how long a cluster may take to answer a check or a question about its state.</summary>
    /// <value>10 s by default.</value>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Gets the time that timeouts, waits and tokens go by.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Gets who is told what is done.</summary>
    /// <value>Nobody by default.</value>
    public ILogger<ConnectedMesh> Logger { get; init; } = NullLogger<ConnectedMesh>.Instance;

    /// <summary>Gets a cluster.</summary>
    /// <exception cref="ArgumentException">The mesh has none of this name.</exception>
    public ConnectedCluster this[string cluster] => _clusters.TryGetValue(cluster, out ConnectedCluster? found)
        ? found
        : throw new ArgumentException($"The mesh '{Mesh.Name}' has no cluster '{cluster}'.{Suggestion.For(cluster, _clusters.Keys)}", nameof(cluster));

    /// <summary>Connects to each cluster by the kubeconfig that its definition names.</summary>
    /// <exception cref="ArgumentException">A cluster names none.</exception>
    /// <exception cref="KubernetesConfigurationException">A kubeconfig can't be used.</exception>
    public static ConnectedMesh Connect(ServiceMesh mesh)
    {
        ArgumentNullException.ThrowIfNull(mesh);
        return new(mesh, mesh.Clusters.Where(c => c.Kubeconfig is not null).Select(c => Connect(c.Name, c.Kubeconfig!, KubernetesClientOptions.Default)));
    }

    /// <summary>Tells what attaching a cluster will do and what stands in its way. Changes nothing.</summary>
    /// <param name="peer">The cluster: a peer, or a host that others shall watch.</param>
    /// <param name="options">How to attach.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="ArgumentException">The mesh has no such cluster, or no other host.</exception>
    public Task<AttachPreview> PreviewAttachAsync(string peer, AttachOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new Attaching(this, LayoutOf(peer, options), options, null).PreviewAsync(cancellationToken);
    }

    /// <summary>Attaches a cluster: permissions and a token on the peer, the credential on each host, and gateways where networks differ.</summary>
    /// <param name="peer">The cluster: a peer, or a host that others shall watch.</param>
    /// <param name="options">How to attach.</param>
    /// <param name="progress">Told of each step; <see langword="null"/> for nobody.</param>
    /// <param name="cancellationToken">Ends the work early; the result has what was done.</param>
    /// <returns>One entry an object. Attaching again leaves objects unchanged, and objects of others are skipped.</returns>
    /// <exception cref="ArgumentException">The mesh has no such cluster, or no other host.</exception>
    public Task<ApplyResult> AttachAsync(string peer, AttachOptions options, IProgress<AttachEvent>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        Attaching attaching = new(this, LayoutOf(peer, options), options, progress);
        return MeshTelemetry.RunAsync(this, "attach", peer, () => attaching.RunAsync(null, cancellationToken));
    }

    /// <summary>Gives the hosts a new token, and revokes the old one after all of them have it.</summary>
    /// <param name="peer">The cluster.</param>
    /// <param name="options">As when attaching.</param>
    /// <param name="overlap">How long both tokens hold, so that control planes can change over; zero or more.</param>
    /// <param name="progress">Told of each step; <see langword="null"/> for nobody.</param>
    /// <param name="cancellationToken">Ends the work early; the result has what was done, and the old token holds.</param>
    /// <exception cref="ArgumentException">The mesh has no such cluster, or no other host.</exception>
    public Task<ApplyResult> RotateAsync(string peer, AttachOptions options, TimeSpan overlap, IProgress<AttachEvent>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(overlap, TimeSpan.Zero);
        Attaching attaching = new(this, LayoutOf(peer, options), options, progress);
        return MeshTelemetry.RunAsync(this, "rotate", peer, () => attaching.RunAsync(overlap, cancellationToken));
    }

    /// <summary>Removes from all clusters what attaching a cluster made. What is used by other peers as well goes with the last of them.</summary>
    /// <param name="peer">The cluster. If it is gone for good, the hosts forget it all the same.</param>
    /// <param name="progress">Told of each step; <see langword="null"/> for nobody.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="ArgumentException">The mesh has no such cluster, or no other host.</exception>
    public Task<ApplyResult> DetachAsync(string peer, IProgress<AttachEvent>? progress = null, CancellationToken cancellationToken = default)
    {
        Detaching detaching = new(this, LayoutOf(peer, AttachOptions.Default), progress);
        return MeshTelemetry.RunAsync(this, "detach", peer, () => detaching.RunAsync(cancellationToken));
    }

    /// <summary>Asks all clusters at once how they are. One that hangs delays nobody longer than <see cref="Timeout"/>.</summary>
    public async Task<MeshStatus> GetStatusAsync(CancellationToken cancellationToken = default)
    {
        ClusterStatus[] clusters = await Task.WhenAll(Mesh.Clusters.Select(c => new StatusReader(this, c).ReadAsync(cancellationToken))).ConfigureAwait(false);
        return new() { Clusters = [.. clusters] };
    }

    /// <summary>Closes the clients.</summary>
    public void Dispose()
    {
        foreach (ConnectedCluster cluster in _clusters.Values)
        {
            cluster.Client.Dispose();
        }
    }

    internal static ConnectedCluster Connect(string name, KubeconfigReference kubeconfig, KubernetesClientOptions options)
    {
        KubernetesConnection connection = KubeConfig.Load(kubeconfig.Path).GetConnection(kubeconfig.Context, options.Time);
        return new(name, connection, KubernetesApiClient.Connect(connection, options));
    }

    private AttachLayout LayoutOf(string peer, AttachOptions options)
    {
        AttachLayout layout = new(Mesh, Mesh.FindCluster(this[peer].Name)!, options.Form);
        return layout.Hosts.Any() ? layout : throw new ArgumentException($"The cluster '{peer}' is the only host of the mesh '{Mesh.Name}', so there is nothing to attach it to.", nameof(peer));
    }
}
