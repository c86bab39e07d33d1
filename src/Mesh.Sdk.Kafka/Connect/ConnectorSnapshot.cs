namespace Mesh.Sdk.Kafka.Connect;

/// <summary>A connector and how it is, as one request gives them for all connectors.</summary>
/// <param name="Info">The connector.</param>
/// <param name="Status">How it is; <see langword="null"/> where the workers do not know yet.</param>
public sealed record ConnectorSnapshot(ConnectorInfo Info, ConnectorStatus? Status);
