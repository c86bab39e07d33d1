using Mesh.Sdk.Apply;
using Mesh.Sdk.Attachment.Objects;
using Mesh.Sdk.Rendering;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Core;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Attachment.Work;

/// <summary>Which objects attaching a cluster puts where.</summary>
internal sealed class AttachLayout(ServiceMesh mesh, MeshCluster peer, AttachForm form)
{
    /// <summary>The name under which fields of attached objects are owned.</summary>
    public const string FieldManager = "mesh-sdk-attachment";

    private const string SetPrefix = "mesh-attachment-";

    public MeshCluster Peer => peer;

    public AttachForm Form => form;

    public string Namespace => mesh.IstioNamespace;

    public string ServiceAccount => form == AttachForm.Istio ? ReaderObjects.ServiceAccountName : BanzaiObjects.ServiceAccountName;

    public IEnumerable<MeshCluster> Hosts => mesh.Clusters.Where(c => c.Role == MeshClusterRole.Host && c.Name != peer.Name);

    /// <summary>The set of all that belongs to this peer, a set of its own on each cluster.</summary>
    public ApplyOptions PeerSet => SetOf(SetPrefix + peer.Name);

    /// <summary>The set of what a host needs once, however many peers it has.</summary>
    public ApplyOptions HostSet => SetOf("mesh-exposure");

    /// <summary>Objects that a rendered mesh has too belong to no set, so that it can own them as well.</summary>
    public ApplyOptions NoSet => PeerSet with { Set = null };

    /// <summary>Tells whether a Secret stands for what belongs to a peer.</summary>
    public static bool IsPeerSet(string name) => name.StartsWith(SetPrefix, StringComparison.Ordinal);

    public IReadOnlyList<Namespace> NamespacesOf(MeshCluster cluster)
    {
        List<Namespace> all = [.. NamespaceRenderer.Render(mesh, cluster).Cast<Namespace>()];
        int index = all.FindIndex(n => n.Metadata.Name == Namespace);
        Namespace controlPlane = WithHosts(index < 0 ? new() { Metadata = new(Namespace) } : all[index], cluster);
        return [controlPlane, .. all.Where((_, i) => i != index)];
    }

    /// <summary>The objects on the peer.</summary>
    /// <param name="tokenSecrets">The Secrets of the service account that attaching makes.</param>
    public ResourceSet OnPeer(params IEnumerable<string> tokenSecrets) => ResourceSet.From(
        [
            .. form == AttachForm.Istio ? ReaderObjects.In(Namespace) : BanzaiObjects.In(Namespace),
            .. tokenSecrets.Select(TokenSecret),
            .. Gateway(peer),
        ],
        peer.Name);

    /// <summary>What a host needs to be reached from other networks.</summary>
    public ResourceSet OnHostOnce(MeshCluster host) => ResourceSet.From(Gateway(host), host.Name);

    /// <summary>What lets other networks in.</summary>
    public ResourceSet ExposureOn(MeshCluster host) => ResourceSet.From(NetworkRenderer.Render(mesh), host.Name);

    /// <summary>The credential of the peer.</summary>
    public ResourceSet OnHost(MeshCluster host, RemoteSecret credential) => ResourceSet.From(
        form == AttachForm.Istio
            ? [credential.ToSecret()]
            : [BanzaiObjects.SecretOf(credential), BanzaiObjects.Registration(peer.Name, Namespace)],
        host.Name);

    private IEnumerable<IResource> Gateway(MeshCluster cluster) =>
        Placement.HasSeveralNetworks(mesh) ? EastWestGateway.For(cluster.Network, cluster.Revision, Namespace) : [];

    private ApplyOptions SetOf(string name) => ApplyOptions.Default with
    {
        FieldManager = FieldManager,
        ForeignObjects = ForeignObjectPolicy.Skip,
        Set = new ApplySet(name, Namespace) { Prunes = true },
    };

    private IResource TokenSecret(string name) => new Secret
    {
        Metadata = new(name, Namespace) { Annotations = [new(TokenSecrets.ServiceAccountAnnotation, ServiceAccount)] },
        Type = TokenSecrets.Type,
    };

    // A host serves only those peers whose control plane's namespace says so (Istio: install a primary-remote mesh).
    private Namespace WithHosts(Namespace controlPlane, MeshCluster cluster) => cluster.Role == MeshClusterRole.Host
        ? controlPlane
        : new() { Metadata = controlPlane.Metadata with { Annotations = [new("topology.istio.io/controlPlaneClusters", string.Join(',', Hosts.Select(h => h.Name)))] } };
}
