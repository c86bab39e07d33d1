using System.Net.Http.Headers;
using Mesh.Sdk.Kubernetes;

namespace Mesh.Sdk.IntegrationTests.Applying;

/// <summary>Tells for a while longer what the server served at first, as a server does that hears late of definitions.</summary>
/// <param name="inner">Sends the requests.</param>
/// <param name="times">How many answers are outdated.</param>
internal sealed class LateDiscovery(IKubernetesTransport inner, int times) : IKubernetesTransport
{
    private byte[]? _first;
    private MediaTypeHeaderValue? _type;

    public Uri Server => inner.Server;

    /// <summary>Gets how many outdated answers are left.</summary>
    public int Left { get; private set; } = times;

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        bool isDiscovery = request.RequestUri!.OriginalString == "/apis";
        HttpResponseMessage answer = await inner.SendAsync(request, cancellationToken);
        if (isDiscovery && _first is null)
        {
            _first = await answer.Content.ReadAsByteArrayAsync(cancellationToken);
            _type = answer.Content.Headers.ContentType;
        }
        else if (isDiscovery && Left > 0)
        {
            Left--;
            answer.Content = new ByteArrayContent(_first!) { Headers = { ContentType = _type } };
        }

        return answer;
    }

    public void Dispose() => inner.Dispose();
}
