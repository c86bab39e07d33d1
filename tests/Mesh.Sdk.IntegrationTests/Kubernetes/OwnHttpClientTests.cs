using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Mesh.Sdk.IntegrationTests.Kubernetes.Transport;
using Mesh.Sdk.IntegrationTests.Labs;
using Mesh.Sdk.Kubernetes;

namespace Mesh.Sdk.IntegrationTests.Kubernetes;

/// <summary>An <see cref="HttpClient"/> that a user brings, with a certificate check and a certificate of its own.</summary>
internal sealed class OwnHttpClientTests : TransportContract
{
    [Test]
    public async Task Its_own_timeout_is_a_connection_that_broke()
    {
        using TcpListener silent = new(IPAddress.Loopback, 0);
        silent.Start();
        using HttpClient hurried = new() { Timeout = TimeSpan.FromMilliseconds(50) };
        using KubernetesApiClient client = new(new HttpTransport(hurried, new Uri($"http://{silent.LocalEndpoint}")), new() { Retry = new() { MaxRetries = 0 } });
        Func<Task> ask = () => client.GetVersionAsync();

        (await ask.Should().ThrowAsync<KubernetesConnectionException>()).Which.Failure.Should().Be(KubernetesConnectionFailure.Interrupted);
    }

    protected override IKubernetesTransport Connect(LabCluster cluster)
    {
        X509Certificate2 authority = X509CertificateLoader.LoadCertificateFromFile(Path.Combine(cluster.Folder, "ca.crt"));
        SocketsHttpHandler handler = new()
        {
            SslOptions = new SslClientAuthenticationOptions
            {
                CertificateChainPolicy = new X509ChainPolicy
                {
                    TrustMode = X509ChainTrustMode.CustomRootTrust,
                    CustomTrustStore = { authority },
                    RevocationMode = X509RevocationMode.NoCheck,
                },
                ClientCertificateContext = SslStreamCertificateContext.Create(
                    X509Certificate2.CreateFromPemFile(Path.Combine(cluster.Folder, "admin.crt"), Path.Combine(cluster.Folder, "admin.key")), null, offline: true),
            },
        };
        return new HttpTransport(new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan }, cluster.Server);
    }
}
