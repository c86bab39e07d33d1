using System.Diagnostics;

namespace Mesh.Sdk.Compare;

/// <summary>Times actions turn by turn, so that what else the machine does hits all alike.</summary>
internal static class Stopwatches
{
    /// <summary>Returns the median milliseconds of each action, the first rounds left out as warm-up.</summary>
    public static double[] Medians(int rounds, params Action[] actions)
    {
        List<double>[] times = [.. actions.Select(_ => new List<double>())];
        for (int round = 0; round < rounds; round++)
        {
            for (int i = 0; i < actions.Length; i++)
            {
                GC.Collect();
                long start = Stopwatch.GetTimestamp();
                actions[i]();
                times[i].Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }

        return [.. times.Select(t => Median(t.Skip(rounds / 2)))];
    }

    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
