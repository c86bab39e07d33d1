namespace Mesh.Sdk.Kafka.DisasterRecovery;

/// <summary>One part of an estimate.</summary>
/// <param name="Name">What takes the time.</param>
/// <param name="Time">How long at most, as far as settings tell.</param>
/// <param name="Formula">How the time is made of settings, which stand in it by name.</param>
public sealed record EstimateTerm(string Name, TimeSpan Time, string Formula);
