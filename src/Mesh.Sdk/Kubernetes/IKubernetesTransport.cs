namespace Mesh.Sdk.Kubernetes;

/// <summary>Carries requests to one API server and adds the credential. All of the client stands on this; bring your own to change how it connects.</summary>
/// <remarks>Safe for several requests at a time. Does not retry, and throws what <see cref="HttpMessageInvoker"/> throws.</remarks>
public interface IKubernetesTransport : IDisposable
{
    /// <summary>Gets the address of the API server; may end in a path.</summary>
    Uri Server { get; }

    /// <summary>Sends a request and returns once the headers of the answer were read, whatever its status.</summary>
    /// <param name="request">Its address is path and query, to be appended to <see cref="Server"/>.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken);
}
