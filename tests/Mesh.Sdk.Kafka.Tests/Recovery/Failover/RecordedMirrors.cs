using Mesh.Sdk.Kafka.Recovery.Plans;
using Mesh.Sdk.Kafka.Recovery.Steps;
using Mesh.Sdk.Kafka.Replication;

namespace Mesh.Sdk.Kafka.Tests.Recovery.Failover;

/// <summary>Controls mirrors of a test by hand, and remembers.</summary>
internal sealed class RecordedMirrors : IMirrorControl
{
    public List<string> Calls { get; } = [];

    public bool Fails { get; set; }

    /// <summary>Gets or sets what happens when a flow runs again.</summary>
    public Func<SourceAndTarget, Task> OnResume { get; set; } = _ => Task.CompletedTask;

    public Func<IReadOnlyCollection<PartitionEnd>, Task> OnSeek { get; set; } = _ => Task.CompletedTask;

    public Task StopAsync(SourceAndTarget flow, CancellationToken cancellationToken = default) => Note($"stop {flow}");

    public async Task ResumeAsync(SourceAndTarget flow, CancellationToken cancellationToken = default)
    {
        await Note($"resume {flow}");
        await OnResume(flow);
    }

    public Task ResetAsync(SourceAndTarget flow, CancellationToken cancellationToken = default) => Note($"reset {flow}");

    public async Task SeekAsync(SourceAndTarget flow, IReadOnlyCollection<PartitionEnd> ends, CancellationToken cancellationToken = default)
    {
        await Note($"seek {flow}");
        await OnSeek(ends);
    }

    private Task Note(string call)
    {
        if (Fails)
        {
            throw new HttpRequestException("The workers are gone.");
        }

        Calls.Add(call);
        return Task.CompletedTask;
    }
}
