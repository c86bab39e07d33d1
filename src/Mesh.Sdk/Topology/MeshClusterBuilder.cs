using System.Runtime.CompilerServices;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Topology;

/// <summary>Declares a cluster.</summary>
public sealed class MeshClusterBuilder
{
    private MeshCluster _cluster;

    internal MeshClusterBuilder(string name) => _cluster = new() { Name = name, Network = name };

    /// <summary>Makes the cluster a host: it runs a control plane and holds the Istio configuration.</summary>
    public MeshClusterBuilder AsHost() => With(_cluster with { Role = MeshClusterRole.Host });

    /// <summary>Makes the cluster a peer: a host's control plane serves it. This is the default.</summary>
    public MeshClusterBuilder AsPeer() => With(_cluster with { Role = MeshClusterRole.Peer });

    /// <summary>Puts the cluster on Amazon Web Services.</summary>
    /// <param name="region">Region, such as <c>eu-west-3</c>.</param>
    public MeshClusterBuilder OnAws(string region) => On(CloudProvider.Aws, region);

    /// <summary>Puts the cluster on Google Cloud.</summary>
    /// <param name="region">Region, such as <c>europe-west2</c>.</param>
    public MeshClusterBuilder OnGoogleCloud(string region) => On(CloudProvider.GoogleCloud, region);

    /// <summary>Puts the cluster on Microsoft Azure.</summary>
    /// <param name="region">Region, such as <c>westeurope</c>.</param>
    public MeshClusterBuilder OnAzure(string region) => On(CloudProvider.Azure, region);

    /// <summary>Puts the cluster on the owner's own machines.</summary>
    /// <param name="region">Region as the nodes are labelled, such as <c>budapest</c>.</param>
    public MeshClusterBuilder OnPremises(string region) => On(CloudProvider.OnPremises, region);

    /// <summary>Puts the cluster on some other provider.</summary>
    /// <param name="region">Region as the nodes are labelled.</param>
    public MeshClusterBuilder OnOtherProvider(string region) => On(CloudProvider.Other, region);

    /// <summary>Sets the zones of the cluster; the last call wins.</summary>
    public MeshClusterBuilder InZones(params string[] zones) =>
        With(_cluster with { Zones = Require.Texts(zones).ToEquatableList() });

    /// <summary>Sets the sub-zone of the cluster's nodes.</summary>
    public MeshClusterBuilder InSubZone(string subZone)
    {
        Require.Text(subZone);
        return With(_cluster with { SubZone = subZone });
    }

    /// <summary>Sets the network; clusters with the same one reach each other's pods directly. The default is the cluster's own name.</summary>
    public MeshClusterBuilder InNetwork(string network)
    {
        Require.Text(network);
        return With(_cluster with { Network = network });
    }

    /// <summary>Sets the Istio revision that serves the cluster, such as <c>cp-v17x.istio-system</c>.</summary>
    public MeshClusterBuilder WithRevision(string revision)
    {
        Require.Text(revision);
        return With(_cluster with { Revision = revision });
    }

    /// <summary>Refers to the current context of a kubeconfig file. The file is not read.</summary>
    public MeshClusterBuilder WithKubeconfig(string path)
    {
        Require.Text(path);
        return With(_cluster with { Kubeconfig = new() { Path = path } });
    }

    /// <summary>Refers to a context of a kubeconfig file. The file is not read.</summary>
    public MeshClusterBuilder WithKubeconfig(string path, string context)
    {
        Require.Text(path);
        Require.Text(context);
        return With(_cluster with { Kubeconfig = new() { Path = path, Context = context } });
    }

    /// <summary>Sets the IP addresses or DNS names of the east-west gateway; the last call wins.</summary>
    public MeshClusterBuilder WithGatewayAddresses(params string[] addresses) =>
        With(_cluster with { GatewayAddresses = Require.Texts(addresses).ToEquatableList() });

    /// <summary>Sets the trust domain of the cluster's workloads, where it is not that of the mesh.</summary>
    public MeshClusterBuilder WithTrustDomain(string trustDomain)
    {
        Require.Text(trustDomain);
        return With(_cluster with { TrustDomain = trustDomain });
    }

    internal MeshCluster Build() => _cluster;

    private MeshClusterBuilder On(CloudProvider provider, string region, [CallerMemberName] string? call = null)
    {
        Require.Text(region, nameof(region), call);
        return With(_cluster with { Provider = provider, Region = region });
    }

    private MeshClusterBuilder With(MeshCluster cluster)
    {
        _cluster = cluster;
        return this;
    }
}
