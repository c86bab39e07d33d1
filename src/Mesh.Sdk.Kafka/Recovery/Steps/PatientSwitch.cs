using Mesh.Sdk.Kafka.Recovery.Plans;

namespace Mesh.Sdk.Kafka.Recovery.Steps;

/// <summary>Bounds how long a switch may take to answer.</summary>
internal sealed class PatientSwitch(IClusterSwitch clients, FailoverPlan plan, Waiting waiting) : IClusterSwitch
{
    public Task<string?> GetActiveAsync(CancellationToken cancellationToken = default) =>
        waiting.AnswerAsync(plan.To, "The switch of clients was asked which cluster is active", clients.GetActiveAsync, cancellationToken);

    public Task HoldProducersAsync(CancellationToken cancellationToken = default) => AskAsync(plan.From, "hold producers", clients.HoldProducersAsync, cancellationToken);

    public Task HoldConsumersAsync(CancellationToken cancellationToken = default) => AskAsync(plan.From, "hold consumers", clients.HoldConsumersAsync, cancellationToken);

    public Task SwitchAsync(string from, string to, CancellationToken cancellationToken = default) =>
        AskAsync(to, $"let clients work on {to}", token => clients.SwitchAsync(from, to, token), cancellationToken);

    public Task AbandonAsync(string lost, string to, CancellationToken cancellationToken = default) =>
        AskAsync(to, $"let clients work on {to}", token => clients.AbandonAsync(lost, to, token), cancellationToken);

    public Task<IReadOnlyList<string>> WaitUntilFollowedAsync(TimeSpan atMost, CancellationToken cancellationToken = default) => waiting.AnswerAsync(
        plan.To, "The switch of clients was asked who has followed", token => clients.WaitUntilFollowedAsync(atMost, token), cancellationToken);

    private Task AskAsync(string cluster, string what, Func<CancellationToken, Task> ask, CancellationToken cancellationToken) =>
        waiting.AnswerAsync(cluster, $"The switch of clients was asked to {what}", ask, cancellationToken);
}
