using Mesh.Sdk.IntegrationTests.Kubernetes.Transport;
using Mesh.Sdk.IntegrationTests.Labs;
using Mesh.Sdk.Kubernetes;

namespace Mesh.Sdk.IntegrationTests.Kubernetes;

/// <summary>Our own transport, made of a connection.</summary>
internal sealed class HttpTransportTests : TransportContract
{
    protected override IKubernetesTransport Connect(LabCluster cluster) => HttpTransport.Connect(cluster.Connection);
}
