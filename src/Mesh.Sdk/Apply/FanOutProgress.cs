namespace Mesh.Sdk.Apply;

/// <summary>Counts the objects of all clusters together.</summary>
internal sealed class FanOutProgress : IProgress<ApplyEvent>
{
    private readonly IProgress<ApplyEvent> _progress;
    private readonly int _total;
    private int _completed;

    private FanOutProgress(IProgress<ApplyEvent> progress, int total) => (_progress, _total) = (progress, total);

    public static FanOutProgress? Of(IProgress<ApplyEvent>? progress, int total) => progress is null ? null : new(progress, total);

    public void Report(ApplyEvent value)
    {
        int completed = value.Kind is ApplyEventKind.Finished or ApplyEventKind.Planned ? Interlocked.Increment(ref _completed) : Volatile.Read(ref _completed);
        _progress.Report(value with { Completed = completed, Total = _total });
    }
}
