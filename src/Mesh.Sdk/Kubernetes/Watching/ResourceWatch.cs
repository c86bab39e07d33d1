using System.Runtime.CompilerServices;
using Mesh.Sdk.Kubernetes.Answers;
using Mesh.Sdk.Kubernetes.Errors;
using Mesh.Sdk.Kubernetes.Requests;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kubernetes.Watching;

/// <summary>
/// A watch that goes on: after a cut where it was, and where the server has forgotten that, with a list, from which it tells
/// what has changed meanwhile.
/// </summary>
internal sealed class ResourceWatch(
    RequestSender sender,
    AnswerReader reader,
    ResourceLister lister,
    ResourceRequests requests,
    ApiResource served,
    KubernetesListOptions options)
{
    private readonly KnownObjects _known = new(served.Kind);
    private string? _version = options.ResourceVersion;

    /// <summary>Takes in an object that was read before.</summary>
    public void Know(IResource read) => _known.Note(new(KubernetesWatchEventType.Added, read));

    public async IAsyncEnumerable<KubernetesWatchEvent> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Backoff backoff = sender.NewBackoff();
        while (true)
        {
            if (_version is null)
            {
                await foreach (KubernetesWatchEvent change in CatchUpAsync(cancellationToken).ConfigureAwait(false))
                {
                    yield return change;
                }
            }

            bool hasMoved = false;
            await foreach (KubernetesWatchEvent? change in FollowAsync(cancellationToken).ConfigureAwait(false))
            {
                hasMoved = true;
                if (change is not null)
                {
                    yield return change;
                }
            }

            backoff = hasMoved ? sender.NewBackoff() : backoff;
            await sender.WaitAsync(backoff.Next(), cancellationToken).ConfigureAwait(false);
        }
    }

    private async IAsyncEnumerable<KubernetesWatchEvent> CatchUpAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        HashSet<(string?, string?)> listed = [];
        await foreach (ResourcePage page in lister.ReadAsync(options, cancellationToken).ConfigureAwait(false))
        {
            if (page.IsRestart)
            {
                listed.Clear();
            }

            foreach (IResource resource in page.Items)
            {
                listed.Add(KnownObjects.KeyOf(resource.Metadata));
                if (_known.Compare(resource) is { } change)
                {
                    _known.Note(change);
                    yield return change;
                }
            }

            _version = page.ResourceVersion;
        }

        foreach (KubernetesWatchEvent deleted in _known.Missing(listed))
        {
            _known.Note(deleted);
            yield return deleted;
        }
    }

    /// <summary>Follows one answer to its end; gives <see langword="null"/> for a bookmark.</summary>
    private async IAsyncEnumerable<KubernetesWatchEvent?> FollowAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using WatchStream? stream = await TryOpenAsync(cancellationToken).ConfigureAwait(false);
        while (stream is not null && await stream.ReadAsync(cancellationToken).ConfigureAwait(false) is { } line)
        {
            if (line.Error is { } error)
            {
                Heed(StatusReader.Read(error, (int)(error.Number("code") ?? 0)));
                yield break;
            }

            _version = line.Resource!.Metadata.ResourceVersion;
            KubernetesWatchEvent? change = Read(line);
            if (change is not null)
            {
                _known.Note(change);
            }

            yield return change;
        }
    }

    private async Task<WatchStream?> TryOpenAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await WatchStream.OpenAsync(sender, reader, requests.Watch(options, _version!), cancellationToken).ConfigureAwait(false);
        }
        catch (KubernetesApiException e) when (e.Status.Code == 410)
        {
            _version = null;
            return null;
        }
    }

    private void Heed(KubernetesStatus status)
    {
        _version = status.Code switch
        {
            410 => null,
            429 or >= 500 => _version,
            _ => throw new KubernetesApiException(status, requests.Watch(options, _version!).ToString(), sender.Server),
        };
    }

    private static KubernetesWatchEvent? Read(WatchLine line) => line.Type switch
    {
        "ADDED" => new(KubernetesWatchEventType.Added, line.Resource!),
        "MODIFIED" => new(KubernetesWatchEventType.Modified, line.Resource!),
        "DELETED" => new(KubernetesWatchEventType.Deleted, line.Resource!),
        _ => null,
    };
}
