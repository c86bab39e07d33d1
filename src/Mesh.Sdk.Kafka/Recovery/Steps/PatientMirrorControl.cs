using Mesh.Sdk.Kafka.Recovery.Plans;
using Mesh.Sdk.Kafka.Replication;

namespace Mesh.Sdk.Kafka.Recovery.Steps;

/// <summary>Bounds how long what runs MirrorMaker may take to answer.</summary>
internal sealed class PatientMirrorControl(IMirrorControl mirrors, Waiting waiting) : IMirrorControl
{
    public Task StopAsync(SourceAndTarget flow, CancellationToken cancellationToken = default) =>
        AskAsync(flow, "stop", token => mirrors.StopAsync(flow, token), cancellationToken);

    public Task ResumeAsync(SourceAndTarget flow, CancellationToken cancellationToken = default) =>
        AskAsync(flow, "resume", token => mirrors.ResumeAsync(flow, token), cancellationToken);

    public Task ResetAsync(SourceAndTarget flow, CancellationToken cancellationToken = default) =>
        AskAsync(flow, "delete the positions of", token => mirrors.ResetAsync(flow, token), cancellationToken);

    public Task SeekAsync(SourceAndTarget flow, IReadOnlyCollection<PartitionEnd> ends, CancellationToken cancellationToken = default) =>
        AskAsync(flow, "set the positions of", token => mirrors.SeekAsync(flow, ends, token), cancellationToken);

    private Task AskAsync(SourceAndTarget flow, string what, Func<CancellationToken, Task> ask, CancellationToken cancellationToken) =>
        waiting.AnswerAsync(flow.ToString(), $"The control of mirrors was asked to {what} {flow}", ask, cancellationToken);
}
