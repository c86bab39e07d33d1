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

    public Task PauseAsync(CancellationToken cancellationToken) => Task.Delay(tools.LookInterval, time, cancellationToken);
}
