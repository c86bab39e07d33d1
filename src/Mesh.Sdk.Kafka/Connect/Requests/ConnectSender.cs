using System.Security.Cryptography;
using System.Text;

namespace Mesh.Sdk.Kafka.Connect.Requests;

/// <summary>Sends requests to one worker after the other, again while they rebalance, and makes typed errors of what fails.</summary>
internal sealed class ConnectSender(HttpClient http, Uri[] workers, ConnectClientOptions options)
{
    private readonly Random _random = new(options.Seed ?? RandomNumberGenerator.GetInt32(int.MaxValue));
    private int _current;

    public async Task<ConnectAnswer> SendAsync(ConnectRequest request, CancellationToken cancellationToken)
    {
        TimeSpan wait = options.BaseDelay;
        bool mayBeDone = false;
        for (int asked = 0, retries = 0; ;)
        {
            int worker = Volatile.Read(ref _current);
            try
            {
                return await AskAsync(request, workers[worker], cancellationToken).ConfigureAwait(false);
            }
            catch (ConnectApiException e) when (mayBeDone && request.IsRemoval && e.Reason == ConnectErrorReason.NotFound)
            {
                return new(request, e.Worker, 204, "");
            }
            catch (ConnectException e) when (ConnectErrors.IsWorthRepeating(e, request) && (retries < options.MaxRetries || HasAnother(e, asked)))
            {
                mayBeDone |= e is ConnectUnavailableException { WasSent: true };
                if (ConnectErrors.IsOfWorker(e))
                {
                    Interlocked.CompareExchange(ref _current, (worker + 1) % workers.Length, worker);
                }

                if (HasAnother(e, asked))
                {
                    asked++;
                    continue;
                }
            }

            (asked, retries, wait) = (0, retries + 1, Next(wait));
            await Task.Delay(wait, options.Time, cancellationToken).ConfigureAwait(false);
        }
    }

    private bool HasAnother(ConnectException failure, int asked) => asked < workers.Length - 1 && ConnectErrors.IsOfWorker(failure);

    private async Task<ConnectAnswer> AskAsync(ConnectRequest request, Uri worker, CancellationToken cancellationToken)
    {
        using HttpRequestMessage message = ToMessage(request, worker);
        using CancellationTokenSource timeout = new(options.Timeout, options.Time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            using HttpResponseMessage response = await http.SendAsync(message, either.Token).ConfigureAwait(false);
            ConnectAnswer answer = new(request, worker, (int)response.StatusCode, await response.Content.ReadAsStringAsync(either.Token).ConfigureAwait(false));
            return response.IsSuccessStatusCode ? answer : throw ConnectErrors.Refused(answer, [.. request.Secrets, .. options.Login?.Secrets ?? []]);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested && e is HttpRequestException or IOException or OperationCanceledException)
        {
            throw ConnectErrors.Unavailable(e, request, worker);
        }
    }

    private HttpRequestMessage ToMessage(ConnectRequest request, Uri worker)
    {
        HttpRequestMessage message = new(request.Method, new Uri($"{worker.AbsoluteUri.TrimEnd('/')}{request.Path}"));
        message.Headers.Accept.Add(new("application/json"));
        if (options.Login is { } login)
        {
            message.Headers.Authorization = login.Header;
        }

        if (request.Body is { } body)
        {
            message.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        return message;
    }

    private TimeSpan Next(TimeSpan last)
    {
        double drawn;
        lock (_random)
        {
            drawn = _random.NextDouble();
        }

        TimeSpan next = options.BaseDelay + (((last * 3) - options.BaseDelay) * drawn);
        return next < options.MaxDelay ? next : options.MaxDelay;
    }
}
