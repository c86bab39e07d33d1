namespace Mesh.Sdk.Apply;

/// <summary>Counts the objects of all batches so far together.</summary>
internal sealed class BatchProgress : IProgress<ApplyEvent>
{
    private readonly IProgress<ApplyEvent> _progress;
    private int _before;

    private BatchProgress(IProgress<ApplyEvent> progress) => _progress = progress;

    public static BatchProgress? Of(IProgress<ApplyEvent>? progress) => progress is null ? null : new(progress);

    public void Report(ApplyEvent value) => _progress.Report(value with { Completed = _before + value.Completed, Total = _before + value.Total });

    /// <summary>Notes that a batch is complete.</summary>
    public void Add(int count) => _before += count;
}
