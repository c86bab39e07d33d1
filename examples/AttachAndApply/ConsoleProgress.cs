using Mesh.Sdk.Apply;
using Mesh.Sdk.Attachment;

namespace AttachAndApply;

/// <summary>Prints a line a step, as Backyards did.</summary>
internal sealed class ConsoleProgress : IProgress<AttachEvent>, IProgress<ApplyEvent>
{
    private readonly Lock _lock = new();

    /// <summary>Gets whether anything failed.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>Asks as Backyards did. Nobody answers in an example, so the answer is yes.</summary>
    public static Task<bool> ConfirmAsync(AttachPreview preview, CancellationToken cancellationToken)
    {
        Console.WriteLine($"? Are you sure to use the following context? {preview} Yes");
        return Task.FromResult(true);
    }

    public void Report(AttachEvent value) => Console.WriteLine($"✓ {value}");

    public void Report(ApplyEvent value)
    {
        lock (_lock)
        {
            if (value is { Kind: ApplyEventKind.Finished, Result: { Status: not ApplyStatus.Unchanged } result })
            {
                Console.WriteLine($"{(result.Status == ApplyStatus.Failed ? "✗" : "✓")} [{value.Completed}/{value.Total}] {result}");
            }
        }
    }

    /// <summary>Prints the totals of a step, and all that went wrong.</summary>
    public void Finish(ApplyResult result)
    {
        HasFailed |= !result.IsSuccess;
        Console.WriteLine(result.IsSuccess ? result.ToString() : result.ToTable());
    }
}
