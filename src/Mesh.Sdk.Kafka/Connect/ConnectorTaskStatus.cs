namespace Mesh.Sdk.Kafka.Connect;

/// <summary>How a task is.</summary>
/// <param name="Id">Id, from 0.</param>
/// <param name="State">State.</param>
/// <param name="WorkerId">Worker that it runs on, as <c>host:port</c>.</param>
/// <param name="Trace">Stack trace of its failure; <see langword="null"/> if it did not fail.</param>
public sealed record ConnectorTaskStatus(int Id, ConnectState State, string WorkerId, string? Trace);
