using System.Security.Cryptography;
using Mesh.Sdk.Kubernetes.Errors;
using Mesh.Sdk.Kubernetes.Transport;

namespace Mesh.Sdk.Kubernetes.Requests;

/// <summary>Sends requests, within the limits, again where that helps and does no harm, and makes typed errors of what fails.</summary>
internal sealed class RequestSender(IKubernetesTransport transport, KubernetesClientOptions options) : IDisposable
{
    private readonly RequestGate _gate = new(options);
    private readonly Random _random = new(options.Retry.Seed ?? RandomNumberGenerator.GetInt32(int.MaxValue));

    public Uri Server => transport.Server;

    /// <summary>Sends a request and reads its whole answer.</summary>
    public Task<Answer> SendAsync(ApiRequest request, CancellationToken cancellationToken) =>
        RepeatAsync(request, token => OnceAsync(request, ReadAsync, token), cancellationToken);

    /// <summary>Sends a request whose answer goes on; the caller disposes it.</summary>
    public Task<HttpResponseMessage> OpenAsync(ApiRequest request, CancellationToken cancellationToken) =>
        RepeatAsync(request, token => OnceAsync(request, static (answer, _) => Task.FromResult(answer), token), cancellationToken);

    public Backoff NewBackoff() => new(options.Retry, _random);

    /// <summary>Lets time pass.</summary>
    public Task WaitAsync(TimeSpan time, CancellationToken cancellationToken) => Task.Delay(time, options.Time, cancellationToken);

    public void Dispose()
    {
        _gate.Dispose();
        transport.Dispose();
    }

    private async Task<T> RepeatAsync<T>(ApiRequest request, Func<CancellationToken, Task<T>> send, CancellationToken cancellationToken)
    {
        Backoff? backoff = null;
        bool wasRefused = false;
        for (int attempt = 0; ; attempt++)
        {
            TimeSpan wait;
            try
            {
                return await send(cancellationToken).ConfigureAwait(false);
            }
            catch (KubernetesException e) when (attempt < options.Retry.MaxRetries && Retries.Help(e, request, wasRefused, options.Retry))
            {
                wasRefused |= e is KubernetesApiException { Status.Code: 401 };
                wait = (e as KubernetesApiException)?.RetryAfter ?? (backoff ??= NewBackoff()).Next();
            }

            await WaitAsync(wait, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<T> OnceAsync<T>(ApiRequest request, Func<HttpResponseMessage, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        await _gate.EnterAsync(cancellationToken).ConfigureAwait(false);
        using CancellationTokenSource timeout = new(options.Timeout, options.Time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            return await AskAsync(request, read, either.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested && (timeout.IsCancellationRequested || ConnectionFailures.IsOne(e)))
        {
            throw timeout.IsCancellationRequested ? ConnectionFailures.TimedOut(Server, options.Timeout, e) : ConnectionFailures.Explain(e, Server);
        }
        finally
        {
            _gate.Leave();
        }
    }

    private async Task<T> AskAsync<T>(ApiRequest request, Func<HttpResponseMessage, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        using HttpRequestMessage message = request.ToMessage();
        message.Headers.TryAddWithoutValidation("User-Agent", options.UserAgent);
        HttpResponseMessage answer = await transport.SendAsync(message, cancellationToken).ConfigureAwait(false);
        try
        {
            ServerWarnings.Tell(answer, request, options.Warnings);
            await ThrowUnlessSuccessAsync(answer, request, cancellationToken).ConfigureAwait(false);
            return await read(answer, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            answer.Dispose();
            throw;
        }
    }

    private static async Task<Answer> ReadAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        using (answer)
        {
            return new(answer.StatusCode, await answer.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false));
        }
    }

    private async Task ThrowUnlessSuccessAsync(HttpResponseMessage answer, ApiRequest request, CancellationToken cancellationToken)
    {
        if (!answer.IsSuccessStatusCode)
        {
            string body = await answer.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
            KubernetesStatus status = StatusReader.Read(answer.StatusCode, answer.Headers.RetryAfter, body, request, options.Time);
            throw new KubernetesApiException(status, request.ToString(), Server);
        }
    }
}
