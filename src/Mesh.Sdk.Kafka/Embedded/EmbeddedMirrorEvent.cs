using Mesh.Sdk.Kafka.Replication;

namespace Mesh.Sdk.Kafka.Embedded;

/// <summary>Something that happened to a flow of an embedded mirror.</summary>
/// <param name="Flow">Flow.</param>
/// <param name="Kind">What it was.</param>
/// <param name="Message">What there is to say about it; may be empty.</param>
public sealed record EmbeddedMirrorEvent(SourceAndTarget Flow, EmbeddedMirrorEventKind Kind, string Message);
