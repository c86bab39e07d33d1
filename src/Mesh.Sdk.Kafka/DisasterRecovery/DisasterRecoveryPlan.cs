using Mesh.Sdk.Kafka.Recovery.Plans;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.DisasterRecovery;

/// <summary>
/// One plan for traffic and state: groups move from one Kafka cluster to another, and requests from one region to another. Made by
/// <see cref="DisasterRecoveryPlanner"/> from the definitions and a <see cref="FailoverPlan"/>, which can be kept as a file. Immutable.
/// </summary>
public sealed record DisasterRecoveryPlan
{
    /// <summary>Gets the plan for the state.</summary>
    public required FailoverPlan State { get; init; }

    /// <summary>Gets the plan for the traffic; <see langword="null"/> if none has to move.</summary>
    public TrafficMove? Traffic { get; init; }

    /// <summary>Gets whether traffic moves before the state: the region is lost, or clients work on the Kafka cluster of their own region and move with the traffic.</summary>
    public bool IsTrafficFirst { get; init; }

    /// <summary>Gets the steps in order.</summary>
    public EquatableList<DisasterRecoveryStep> Steps { get; init; } = [];

    /// <summary>Gets why the plan can't be executed, each with a remedy; empty if it can.</summary>
    public EquatableList<string> Problems { get; init; } = [];

    /// <summary>Gets what to know beforehand, a sentence each.</summary>
    public EquatableList<string> Notes { get; init; } = [];

    /// <summary>Gets how much may be lost, how much is read again and how long it takes, from intervals.</summary>
    public required RecoveryEstimate Estimate { get; init; }

    /// <summary>Gets the addresses of the Kafka cluster that groups go on at, for commands.</summary>
    public EquatableList<string> TargetBootstrapServers { get; init; } = [];

    /// <summary>Gets whether the plan can be executed.</summary>
    public bool IsExecutable => Problems.Count == 0;

    /// <summary>Returns the plan as a runbook in Markdown: what happens, what is lost and how long it takes, each step with its check, its risk and its commands.</summary>
    public string ToMarkdown() => Runbook.Of(this);
}
