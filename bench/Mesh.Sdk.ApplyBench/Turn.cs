using System.Diagnostics;

namespace Mesh.Sdk.ApplyBench;

/// <summary>What one turn of a contender took, and how much of the processors this process took for it.</summary>
internal readonly record struct Turn(double Milliseconds, double ProcessorMilliseconds)
{
    /// <summary>Gets how many requests were sent, where they are counted.</summary>
    public int Requests { get; init; }

    /// <summary>Does some work and measures it. Nobody else's garbage is collected meanwhile.</summary>
    public static async Task<Turn> OfAsync(Func<Task> work)
    {
        GC.Collect();
        TimeSpan processor = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        await work();
        return new(Stopwatch.GetElapsedTime(start).TotalMilliseconds, (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds);
    }
}
