using Mesh.Sdk.Kafka.Recovery.Plans;

namespace Mesh.Sdk.Kafka.Recovery.Steps;

/// <summary>What executing a plan acts through, and how patient it is. What is missing becomes a step for an operator.</summary>
public sealed record FailoverTools
{
    /// <summary>Gets what starts and stops flows; <see langword="null"/> if an operator does.</summary>
    public IMirrorControl? Mirrors { get; init; }

    /// <summary>Gets what tells clients which cluster to work on; <see langword="null"/> if an operator does.</summary>
    public IClusterSwitch? Switch { get; init; }

    /// <summary>
    /// Gets what is called for each step that nothing else can do: it does the step, or asks an operator to, and returns whether it is done.
    /// Without it such steps are left to the operator where that is safe, and stop the execution where it is not.
    /// </summary>
    public Func<FailoverStep, CancellationToken, Task<bool>>? Confirm { get; init; }

    /// <summary>Gets the time between two looks. What stands still from one to the next has come to rest. 5 s unless told otherwise.</summary>
    public TimeSpan LookInterval { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Gets how long a step waits for what it needs, and each call of <see cref="Switch"/> and <see cref="Mirrors"/> for its answer, before it fails. 10 min unless told otherwise.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(10);
}
