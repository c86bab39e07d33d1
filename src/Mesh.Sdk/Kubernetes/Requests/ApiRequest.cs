namespace Mesh.Sdk.Kubernetes.Requests;

/// <summary>One request to an API server; can be made again.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Path and query from the server's address on, such as <c>/api/v1/namespaces</c>.</param>
internal sealed record ApiRequest(HttpMethod Method, string Path)
{
    public const string Json = "application/json";
    public const string ApplyPatch = "application/apply-patch+yaml";

    /// <summary>Gets the body; empty if there is none.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    public string ContentType { get; init; } = Json;

    public string Accept { get; init; } = Json;

    /// <summary>Gets whether sending it twice does what sending it once does.</summary>
    public bool IsRepeatable { get; init; } = true;

    /// <summary>Gets whether the answer may quote what must not be shown.</summary>
    public bool IsSecret => Path.Contains("/secrets", StringComparison.Ordinal) || Path.Contains("/token", StringComparison.Ordinal);

    public HttpRequestMessage ToMessage()
    {
        HttpRequestMessage message = new(Method, new Uri(Path, UriKind.Relative));
        message.Headers.TryAddWithoutValidation("Accept", Accept);
        if (!Body.IsEmpty)
        {
            message.Content = new ReadOnlyMemoryContent(Body);
            message.Content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
        }

        return message;
    }

    /// <summary>Returns method and path without the query.</summary>
    public override string ToString() => $"{Method} {Path.Split('?')[0]}";
}
