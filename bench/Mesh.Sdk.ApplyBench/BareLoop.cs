using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Mesh.Sdk.Kubernetes;

namespace Mesh.Sdk.ApplyBench;

/// <summary>What anyone would write who only wants the bodies of the SDK sent: ready bytes, HTTP/2, the answers read and forgotten.</summary>
internal sealed class BareLoop : IDisposable
{
    private readonly KubernetesConnection _connection;
    private readonly HttpClient _http;

    public BareLoop(BenchCluster cluster)
    {
        _connection = cluster.Connection;
        X509Certificate2 certificate = X509Certificate2.CreateFromPem(_connection.ClientCertificatePem, _connection.ClientKeyPem!.Value.Reveal());
        _http = new(new SocketsHttpHandler
        {
            EnableMultipleHttp2Connections = true,
            SslOptions = new SslClientAuthenticationOptions
            {
                ClientCertificateContext = SslStreamCertificateContext.Create(certificate, null),
                CertificateChainPolicy = Trusting(_connection.CertificateAuthorityPem!),
            },
        })
        {
            DefaultRequestVersion = HttpVersion.Version20,
        };
    }

    public Task<Turn> ApplyAsync(IEnumerable<SentRequest> requests)
    {
        (string Path, byte[] Body)[] bodies = [.. requests.Select(r => (r.Path, Encoding.UTF8.GetBytes(r.Body)))];
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = BenchCluster.Options.Parallelism };
        return Turn.OfAsync(() => Parallel.ForEachAsync(bodies, parallel, async (body, token) =>
        {
            using ByteArrayContent content = new(body.Body);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/apply-patch+yaml");
            using HttpResponseMessage answer = await _http.PatchAsync(new Uri(_connection.Server, body.Path), content, token);
            await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(token);
        }));
    }

    /// <summary>Reads what a plan has to read, page by page, and forgets it.</summary>
    public Task<Turn> ListAsync(string @namespace) => Turn.OfAsync(async () =>
    {
        string next = "";
        do
        {
            string path = $"/apis/networking.istio.io/v1/namespaces/{@namespace}/destinationrules?limit=500&continue={Uri.EscapeDataString(next)}";
            using JsonDocument page = JsonDocument.Parse(await _http.GetByteArrayAsync(new Uri(_connection.Server, path)));
            next = page.RootElement.GetProperty("metadata").TryGetProperty("continue", out JsonElement more) ? more.GetString() ?? "" : "";
        }
        while (next.Length > 0);
    });

    public void Dispose() => _http.Dispose();

    private static X509ChainPolicy Trusting(string authority)
    {
        X509ChainPolicy policy = new() { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.ImportFromPem(authority);
        return policy;
    }
}
