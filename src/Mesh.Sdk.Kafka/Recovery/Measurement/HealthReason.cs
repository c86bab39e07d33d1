namespace Mesh.Sdk.Kafka.Recovery.Measurement;

/// <summary>Why a flow is as it is.</summary>
/// <param name="Health">What it says about the flow.</param>
/// <param name="Text">A sentence, with what to do.</param>
public sealed record HealthReason(FlowHealth Health, string Text);
