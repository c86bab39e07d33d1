using Mesh.Sdk.Failover;
using Mesh.Sdk.Resources;

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

    /// <summary>Gets the shares of each host without some priorities, as far as they were asked for.</summary>
    public Dictionary<int, double[]> SharesWithout { get; } = [];

    public EquatableList<PriorityState> Priorities { get; set; }

    public EquatableList<string> EjectedHosts { get; set; }

    public OutlierDetectorSettings? Settings { get; set; }

    public OutlierDetector? Detector { get; set; }

    /// <summary>Gets or sets the requests per second.</summary>
    public double Rate { get; set; }

    /// <summary>Gets or sets the requests per second that the service calls for which the client is a sidecar.</summary>
    public double CallRate { get; set; }

    /// <summary>Gets or sets what has changed since it was recorded.</summary>
    public FlowChange Change { get; set; }

    /// <summary>Gets or sets whether a host does not always answer well, or is ejected or was of late: its counters move.</summary>
    public bool IsWatched { get; set; }

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

    /// <summary>Gets or sets the part of the retries that limits let happen.</summary>
    public double RetryRatio { get; set; } = 1;

    /// <summary>Gets the requests per second that neither a fault nor a limit stops.</summary>
    public double SentRate => Rate * (1 - Route.Stop.Ratio) * (1 - OverflowRatio);

    /// <summary>Returns the expected values that hold from a time on.</summary>
    public FlowRates Rates(TimeSpan start)
    {
        double rate = SentRate;
        double stopped = Rate * Route.Stop.Ratio;
        double[] failures = [.. Outcome.Failures.Select(part => part * rate)];
        failures[(int)FailureCause.Overflow] += (Rate - stopped) * OverflowRatio;
        failures[(int)(Route.Stop.Failure ?? default)] += Route.Stop.Failure is null ? 0 : stopped;
        return new()
        {
            Start = start,
            Requests = Rate,
            Successes = (Outcome.Ok * rate) + (Route.Stop.Failure is null ? stopped : 0),
            Failures = failures,
            Tries = Outcome.Tries * rate,
            LastTry = [.. Outcome.LastTry.Select(part => part * rate)],
            LastFailed = [.. Outcome.LastFailed.Select(part => part * rate)],
            LatencySeconds = Route.Stop.DelaySeconds + ((1 - Route.Stop.Ratio) * Outcome.LatencySeconds),
        };
    }

    public double FailureRatio =>
        (Route.Stop.Failure is null ? 0 : Route.Stop.Ratio) + ((1 - Route.Stop.Ratio) * (OverflowRatio + ((1 - OverflowRatio) * Outcome.FailureRatio)));
}
