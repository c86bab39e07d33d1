using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Connect;

/// <summary>How a connector and its tasks are.</summary>
public sealed record ConnectorStatus
{
    /// <summary>Gets the name.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the state of the connector itself; its tasks have their own.</summary>
    public required ConnectState State { get; init; }

    /// <summary>Gets the worker that it runs on, as <c>host:port</c>.</summary>
    public string WorkerId { get; init; } = "";

    /// <summary>Gets the stack trace of its failure; <see langword="null"/> if it did not fail.</summary>
    public string? Trace { get; init; }

    /// <summary>Gets its tasks.</summary>
    public EquatableList<ConnectorTaskStatus> Tasks { get; init; } = [];

    /// <summary>Gets whether connector and tasks run, and there is a task.</summary>
    public bool IsRunning => State == ConnectState.Running && Tasks.Count > 0 && Tasks.All(t => t.State == ConnectState.Running);

    /// <summary>Returns the name and the states.</summary>
    public override string ToString() => $"{Name}: {State}, tasks {string.Join(", ", Tasks.Select(t => t.State))}";
}
