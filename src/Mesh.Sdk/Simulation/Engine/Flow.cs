using Mesh.Sdk.Failover;

namespace Mesh.Sdk.Simulation.Engine;

/// <summary>The requests of one client to one service and subset.</summary>
internal sealed class Flow(SimulatedClient client, TrafficClient proxy, PodSet target, string? subset)
{
    public SimulatedClient Client { get; } = client;

    public TrafficClient Proxy { get; } = proxy;

    public PodSet Target { get; } = target;

    public string? Subset { get; } = subset;

    public RouteSettings Route { get; set; } = new();

    public List<(ScenarioLoad Load, double Ratio)> Loads { get; } = [];

    public TrafficPlan Plan { get; set; } = null!;

    public FlowHost[] Hosts { get; set; } = [];

    public TrafficShares Shares { get; set; } = null!;

    public OutlierDetectorSettings? Settings { get; set; }

    public OutlierDetector? Detector { get; set; }

    /// <summary>Gets or sets the requests per second.</summary>
    public double Rate { get; set; }

    /// <summary>Gets or sets what becomes of a request that is not stopped by a limit.</summary>
    public RequestOutcome Outcome { get; set; } = RequestOutcome.Nothing;

    /// <summary>Gets or sets the part of the requests that a limit of the connection pool stops.</summary>
    public double OverflowRatio { get; set; }

    /// <summary>Gets or sets until when the counters are brought up to date.</summary>
    public TimeSpan CountedUntil { get; set; }

    /// <summary>Gets or sets the number of the valid entry in the schedule.</summary>
    public long Ticket { get; set; }

    /// <summary>Gets or sets whether hosts were ejected or have returned since the shares were computed.</summary>
    public bool HasNewEjections { get; set; }

    public FlowRecorder Recorder { get; set; } = null!;

    /// <summary>Returns the expected values that hold from a time on.</summary>
    public FlowRates Rates(TimeSpan start)
    {
        double rate = Rate * (1 - OverflowRatio);
        double[] failures = [.. Outcome.Failures.Select(part => part * rate)];
        failures[(int)FailureCause.Overflow] += Rate * OverflowRatio;
        return new()
        {
            Start = start,
            Requests = Rate,
            Successes = Outcome.Ok * rate,
            Failures = failures,
            Tries = Outcome.Tries * rate,
            LastTry = [.. Outcome.LastTry.Select(part => part * rate)],
            LastFailed = [.. Outcome.LastFailed.Select(part => part * rate)],
            LatencySeconds = Outcome.LatencySeconds,
        };
    }

    public double FailureRatio => OverflowRatio + ((1 - OverflowRatio) * Outcome.FailureRatio);
}
