using System.Runtime.CompilerServices;

namespace Mesh.Sdk.Simulation.Engine;

/// <summary>A flow whose requests are sent one by one: tables to choose hosts with, and what was counted since the last interval.</summary>
internal sealed class RequestFlow(Flow flow)
{
    private const int Buckets = 256;

    private readonly byte[] _firstInBucket = new byte[Buckets];
    private double[] _until = [];

    public Flow Flow { get; } = flow;

    public double Carry { get; set; }

    public TimeSpan SegmentStart { get; set; }

    public long Requests { get; set; }

    public long Ok { get; set; }

    public long Tries { get; set; }

    public double LatencySeconds { get; set; }

    public long[] Failures { get; } = new long[6];

    public long[] LastTry { get; private set; } = [];

    public long[] LastFailed { get; private set; } = [];

    public bool[] IsFine { get; private set; } = [];

    public double[] Latencies { get; private set; } = [];

    /// <summary>Takes over the state that holds from now on.</summary>
    public void Prepare()
    {
        FlowHost[] hosts = Flow.Hosts;
        _until = new double[hosts.Length];
        LastTry = new long[hosts.Length];
        LastFailed = new long[hosts.Length];
        IsFine = [.. hosts.Select(h => h.Outcome.IsFine)];
        Latencies = [.. hosts.Select(h => h.Outcome.LatencySeconds)];
        double sum = 0;
        for (int i = 0; i < hosts.Length; i++)
        {
            sum += hosts[i].Share;
            _until[i] = sum > 1 - 1e-9 ? 1 : sum;
        }

        for (int b = 0, i = 0; b < Buckets; b++)
        {
            while (i < _until.Length && _until[i] <= (double)b / Buckets)
            {
                i++;
            }

            _firstInBucket[b] = (byte)Math.Min(i, byte.MaxValue);
        }
    }

    /// <summary>Returns the host for a number from 0 up to 1; -1 if there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Pick(double number)
    {
        double[] until = _until;
        for (int i = _firstInBucket[(int)(number * Buckets)]; i < until.Length; i++)
        {
            if (number < until[i])
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Returns what was counted in so many seconds.</summary>
    public FlowRates Rates(double seconds) => new()
    {
        Start = SegmentStart,
        Requests = Requests / seconds,
        Successes = Ok / seconds,
        Failures = [.. Failures.Select(f => f / seconds)],
        Tries = Tries / seconds,
        LastTry = [.. LastTry.Select(l => l / seconds)],
        LastFailed = [.. LastFailed.Select(l => l / seconds)],
        LatencySeconds = Requests == 0 ? 0 : LatencySeconds / Requests,
    };

    public void ResetCounts()
    {
        (Requests, Ok, Tries, LatencySeconds) = (0, 0, 0, 0);
        Array.Clear(Failures);
        Array.Clear(LastTry);
        Array.Clear(LastFailed);
    }
}
