using System.Text;
using Mesh.Sdk.Kubernetes.Answers;
using Mesh.Sdk.Kubernetes.Requests;
using Mesh.Sdk.Kubernetes.Transport;

namespace Mesh.Sdk.Kubernetes.Watching;

/// <summary>One answer to a watch, line by line.</summary>
internal sealed class WatchStream : IDisposable
{
    private readonly HttpResponseMessage _answer;
    private readonly StreamReader _lines;
    private readonly AnswerReader _reader;
    private readonly ApiRequest _request;

    private WatchStream(HttpResponseMessage answer, Stream body, AnswerReader reader, ApiRequest request) =>
        (_answer, _lines, _reader, _request) = (answer, new StreamReader(body, Encoding.UTF8), reader, request);

    public static async Task<WatchStream> OpenAsync(RequestSender sender, AnswerReader reader, ApiRequest request, CancellationToken cancellationToken)
    {
        HttpResponseMessage answer = await sender.OpenAsync(request, cancellationToken).ConfigureAwait(false);
        return new(answer, await answer.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false), reader, request);
    }

    /// <summary>Reads the next line; <see langword="null"/> when the answer has ended, be it cut.</summary>
    public async Task<WatchLine?> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _lines.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { Length: > 0 } line
                ? _reader.ReadWatchLine(line, _request)
                : null;
        }
        catch (Exception e) when (ConnectionFailures.IsOne(e) && !cancellationToken.IsCancellationRequested)
        {
            return null;
        }
        catch (KubernetesConnectionException)
        {
            // A line that was cut in its middle.
            return null;
        }
    }

    public void Dispose()
    {
        _lines.Dispose();
        _answer.Dispose();
    }
}
