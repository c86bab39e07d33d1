using Mesh.Sdk.Kubernetes.Answers;
using Mesh.Sdk.Kubernetes.Requests;
using Mesh.Sdk.Kubernetes.Transport;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kubernetes.Discovery;

/// <summary>Asks which kinds a cluster serves: in one document where it can (from 1.26 on), else version by version.</summary>
internal sealed class DiscoveryReader(RequestSender sender)
{
    private const string Aggregated =
        "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,"
        + "application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList,"
        + ApiRequest.Json;

    public async Task<IReadOnlyList<ApiResource>> ReadAsync(CancellationToken cancellationToken)
    {
        Task<IReadOnlyList<ApiResource>> core = ReadAsync("/api", cancellationToken);
        Task<IReadOnlyList<ApiResource>> groups = ReadAsync("/apis", cancellationToken);
        return [.. await core.ConfigureAwait(false), .. await groups.ConfigureAwait(false)];
    }

    private async Task<IReadOnlyList<ApiResource>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        UntypedValue list = await AskAsync(new ApiRequest(HttpMethod.Get, path) { Accept = Aggregated }, cancellationToken).ConfigureAwait(false);
        return list.Text("kind") switch
        {
            "APIGroupDiscoveryList" => AggregatedDiscovery.Read(list),
            "APIVersions" => await ReadVersionsAsync(path, list.Texts("versions"), cancellationToken).ConfigureAwait(false),
            _ => await ReadVersionsAsync(path, PlainDiscovery.VersionsOf(list), cancellationToken).ConfigureAwait(false),
        };
    }

    private async Task<IReadOnlyList<ApiResource>> ReadVersionsAsync(string path, EquatableList<string> versions, CancellationToken cancellationToken)
    {
        IReadOnlyList<ApiResource>[] all = await Task.WhenAll(versions.Select(v => ReadVersionAsync($"{path}/{v}", cancellationToken))).ConfigureAwait(false);
        return [.. all.SelectMany(r => r)];
    }

    // A group whose own server is down takes nothing from the others.
    private async Task<IReadOnlyList<ApiResource>> ReadVersionAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return PlainDiscovery.Read(await AskAsync(new ApiRequest(HttpMethod.Get, path), cancellationToken).ConfigureAwait(false));
        }
        catch (KubernetesApiException e) when (e.Reason is KubernetesErrorReason.NotFound or KubernetesErrorReason.ServiceUnavailable)
        {
            return [];
        }
    }

    private async Task<UntypedValue> AskAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        Answer answer = await sender.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return AnswerTree.TryParse(answer.Text) ?? throw ConnectionFailures.NotKubernetes(sender.Server, request.ToString());
    }
}
