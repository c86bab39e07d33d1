using System.Runtime.CompilerServices;
using Mesh.Sdk.Kubernetes.Answers;

namespace Mesh.Sdk.Kubernetes.Requests;

/// <summary>Reads a list part by part, and from the start again when its token has expired.</summary>
internal sealed class ResourceLister(RequestSender sender, AnswerReader reader, ApiResource served, ResourceRequests requests)
{
    public async IAsyncEnumerable<ResourcePage> ReadAsync(KubernetesListOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? next = null;
        do
        {
            ResourcePage page = await ReadPageAsync(options, next, cancellationToken).ConfigureAwait(false);
            yield return page;
            next = page.Continue;
        }
        while (next.Length > 0);
    }

    private async Task<ResourcePage> ReadPageAsync(KubernetesListOptions options, string? next, CancellationToken cancellationToken)
    {
        ApiRequest request = requests.List(options, next);
        try
        {
            Answer answer = await sender.SendAsync(request, cancellationToken).ConfigureAwait(false);
            return reader.ReadPage(answer.Text, request, served.Kind);
        }
        catch (KubernetesApiException e) when (e.Status.Code == 410 && next is not null)
        {
            ResourcePage first = await ReadPageAsync(options, null, cancellationToken).ConfigureAwait(false);
            return first with { IsRestart = true };
        }
    }
}
