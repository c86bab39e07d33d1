using Mesh.Sdk.Kafka.MirrorMaker.Connectors;
using Mesh.Sdk.Kafka.Replication;

namespace Mesh.Sdk.Kafka.Analysis.Connectors;

/// <summary>The connectors of one flow.</summary>
internal sealed record ConnectorGroup(SourceAndTarget Direction, ConnectorConfig? Source, ConnectorConfig? Checkpoint);
