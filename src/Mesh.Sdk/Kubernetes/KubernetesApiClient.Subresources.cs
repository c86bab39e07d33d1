using System.Globalization;
using Mesh.Sdk.Kubernetes.Answers;
using Mesh.Sdk.Kubernetes.Requests;
using Mesh.Sdk.Kubernetes.Transport;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kubernetes;

/// <content>Parts of objects with a path of their own, and questions about the cluster and the user.</content>
public sealed partial class KubernetesApiClient
{
    /// <summary>Gets a part of an object, such as <c>scale</c>.</summary>
    public async Task<IResource> GetSubresourceAsync(ResourceKey key, string subresource, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(subresource);
        return await SendAsync(key, r => r.Get(key.Namespace, key.Name, subresource), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Applies a part of an object, such as <c>status</c> or <c>scale</c>.</summary>
    /// <param name="key">The object.</param>
    /// <param name="subresource">The part.</param>
    /// <param name="body">For <c>status</c> an object of the kind itself, for <c>scale</c> a <c>Scale</c> of <c>autoscaling/v1</c>.</param>
    /// <param name="options">In whose name, and how.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public async Task<AppliedResource> ApplySubresourceAsync(ResourceKey key, string subresource, IResource body, KubernetesWriteOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(subresource);
        ArgumentNullException.ThrowIfNull(options);
        return await ApplyAsync(key, subresource, Write(body).Body, options, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Creates a part of an object, such as <c>eviction</c>. Not repeated unless the server surely did not do it.</summary>
    public async Task<IResource> CreateSubresourceAsync(ResourceKey key, string subresource, IResource body, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(subresource);
        return await SendAsync(key, r => r.CreateSubresource(key.Namespace, key.Name, subresource, Write(body).Body), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Asks for a token of a service account.</summary>
    /// <param name="namespace">Its namespace.</param>
    /// <param name="serviceAccount">Its name.</param>
    /// <param name="lifetime">How long the token shall live, whole seconds; the server may choose otherwise.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public async Task<ServiceAccountToken> RequestTokenAsync(string @namespace, string serviceAccount, TimeSpan lifetime, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(@namespace);
        ArgumentException.ThrowIfNullOrEmpty(serviceAccount);
        string path = $"/api/v1/namespaces/{Uri.EscapeDataString(@namespace)}/serviceaccounts/{Uri.EscapeDataString(serviceAccount)}/token";
        UntypedValue answer = await AskAsync(path, ReviewBodies.TokenRequest(lifetime), cancellationToken).ConfigureAwait(false);
        return answer.Text("status", "token") is { } token
            && DateTimeOffset.TryParse(answer.Text("status", "expirationTimestamp"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset end)
                ? new(token, end)
                : throw ConnectionFailures.NotKubernetes(Server, "a request for a token");
    }

    /// <summary>Asks whether the user may do something.</summary>
    public async Task<AccessAnswer> CanAsync(AccessQuestion question, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(question);
        UntypedValue answer = await AskAsync("/apis/authorization.k8s.io/v1/selfsubjectaccessreviews", ReviewBodies.AccessReview(question), cancellationToken).ConfigureAwait(false);
        return new(answer.Flag("status", "allowed"), answer.Text("status", "reason") ?? "");
    }

    /// <summary>Gets what version the API server is. Most clusters tell anyone.</summary>
    public async Task<KubernetesVersion> GetVersionAsync(CancellationToken cancellationToken = default)
    {
        Answer answer = await _sender.SendAsync(new ApiRequest(HttpMethod.Get, "/version"), cancellationToken).ConfigureAwait(false);
        return AnswerTree.TryParse(answer.Text) is { } version && version.Text("gitVersion") is { } text
            ? new(text, version.Text("major") ?? "", version.Text("minor") ?? "")
            : throw ConnectionFailures.NotKubernetes(Server, "GET /version");
    }

    // What is asked here leaves nothing behind, so asking twice does no harm.
    private async Task<UntypedValue> AskAsync(string path, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        ApiRequest request = new(HttpMethod.Post, path) { Body = body };
        Answer answer = await _sender.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return AnswerTree.TryParse(answer.Text) ?? throw ConnectionFailures.NotKubernetes(Server, request.ToString());
    }
}
