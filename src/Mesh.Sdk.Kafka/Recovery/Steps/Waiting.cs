using System.Globalization;
using Mesh.Sdk.Kafka.Recovery.Plans;

namespace Mesh.Sdk.Kafka.Recovery.Steps;

/// <summary>Looks again and again until nothing is missing, or patience ends.</summary>
internal sealed class Waiting(FailoverTools tools, TimeProvider time)
{
    /// <summary>Waits.</summary>
    /// <param name="subject">What the step is about.</param>
    /// <param name="look">Returns what is missing; <see langword="null"/> for nothing.</param>
    /// <param name="remedy">What to do if it does not come about.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task UntilAsync(string subject, Func<Task<string?>> look, string remedy, CancellationToken cancellationToken)
    {
        long begin = time.GetTimestamp();
        while (await look().ConfigureAwait(false) is { } missing)
        {
            if (time.GetElapsedTime(begin) >= tools.Patience)
            {
                string message = string.Create(CultureInfo.InvariantCulture, $"Still so after {tools.Patience.TotalSeconds:0.#} s: {missing}");
                throw Problems.Failure(FailoverProblemKind.NotInTime, subject, message, remedy);
            }

            await PauseAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Waits for the answer to a call that may be repeated, until patience ends or the token is cancelled, also if what is called doesn't look at its token.</summary>
    /// <param name="subject">What the call is about.</param>
    /// <param name="asked">Who was asked for what, as the beginning of a sentence.</param>
    /// <param name="ask">Calls.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<T> AnswerAsync<T>(string subject, string asked, Func<CancellationToken, Task<T>> ask, CancellationToken cancellationToken)
    {
        using CancellationTokenSource patience = new(tools.Patience, time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        CancellationToken token = either.Token;
        try
        {
            return await Task.Run(() => ask(token), token).WaitAsync(token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            // Clients of HTTP tell their own time-outs in this way, too.
            throw Problems.Failure(
                FailoverProblemKind.NotInTime,
                subject,
                patience.IsCancellationRequested
                    ? string.Create(CultureInfo.InvariantCulture, $"{asked}, and did not answer within {tools.Patience.TotalSeconds:0.#} s.")
                    : $"{asked}, and gave up: {e.Message}",
                "Find out why, then execute the plan again, or abort it again: it goes on where it stopped.");
        }
    }

    /// <inheritdoc cref="AnswerAsync{T}"/>
    public Task AnswerAsync(string subject, string asked, Func<CancellationToken, Task> ask, CancellationToken cancellationToken) => AnswerAsync(
        subject,
        asked,
        async token =>
        {
            await ask(token).ConfigureAwait(false);
            return true;
        },
        cancellationToken);

    public Task PauseAsync(CancellationToken cancellationToken) => Task.Delay(tools.LookInterval, time, cancellationToken);
}
