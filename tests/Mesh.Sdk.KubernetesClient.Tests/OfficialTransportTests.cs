using k8s;
using Mesh.Sdk.IntegrationTests.Kubernetes.Transport;
using Mesh.Sdk.IntegrationTests.Labs;
using Mesh.Sdk.Kubernetes;

namespace Mesh.Sdk.KubernetesClient.Tests;

/// <summary>The official client does what our own transport does.</summary>
internal sealed class OfficialTransportTests : TransportContract
{
    protected override IKubernetesTransport Connect(LabCluster cluster) =>
        new KubernetesClientTransport(KubernetesClientConfiguration.BuildConfigFromConfigFile(cluster.KubeConfigPath));
}
