namespace Mesh.Sdk.Simulation.Engine;

/// <summary>What becomes of a try at a host, as probabilities that sum to 1.</summary>
internal readonly record struct TryOutcome
{
    public static readonly TryOutcome Refuses = new() { Refused = 1 };

    public static readonly TryOutcome Swallows = new() { Unreachable = 1 };

    /// <summary>Gets the part whose connection is refused at once.</summary>
    public double Refused { get; init; }

    /// <summary>Gets the part whose connection times out.</summary>
    public double Unreachable { get; init; }

    /// <summary>Gets the part that is not answered in time.</summary>
    public double TimedOut { get; init; }

    /// <summary>Gets the part that is answered with an error.</summary>
    public double Error { get; init; }

    /// <summary>Gets the part that is refused for want of capacity.</summary>
    public double Overload { get; init; }

    public int ErrorStatus { get; init; }

    /// <summary>Gets how long an answer takes.</summary>
    public double LatencySeconds { get; init; }

    public double Ok => Math.Max(0, 1 - Refused - Unreachable - TimedOut - Error - Overload);

    public bool IsFine => Refused + Unreachable + TimedOut + Error + Overload <= 0;

    /// <summary>Gets the part that is answered by the endpoint, be it with an error.</summary>
    public double Answered => Math.Max(0, 1 - Refused - Unreachable - TimedOut);
}
