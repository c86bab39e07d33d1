using System.Globalization;

namespace Mesh.Sdk.Simulation;

/// <summary>A change during a simulation, and why it happened.</summary>
public sealed record SimulationEvent
{
    /// <summary>Gets when it happened.</summary>
    public required TimeSpan At { get; init; }

    /// <summary>Gets the kind.</summary>
    public required SimulationEventKind Kind { get; init; }

    /// <summary>Gets the name of the client that it happened to; <see langword="null"/> if it concerns all.</summary>
    public string? Client { get; init; }

    /// <summary>Gets the service, as <c>namespace/name</c>; <see langword="null"/> if it concerns more than one.</summary>
    public string? Service { get; init; }

    /// <summary>Gets the host or cluster that it is about; <see langword="null"/> if none in particular.</summary>
    public string? Subject { get; init; }

    /// <summary>Gets what happened, as a sentence.</summary>
    public required string Message { get; init; }

    /// <summary>Gets why.</summary>
    public required SimulationCause Cause { get; init; }

    /// <summary>Returns time, message and cause in one line.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.TotalSeconds,8:0.00} s  {Message} [{Cause}]");
}
