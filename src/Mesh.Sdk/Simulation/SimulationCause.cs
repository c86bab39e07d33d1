namespace Mesh.Sdk.Simulation;

/// <summary>Why something changed: an event of the scenario, or the field of an object that decided.</summary>
/// <param name="Text">The reason, as a sentence.</param>
/// <param name="Object">The object that decided, such as <c>DestinationRule backyards-demo/frontpage</c>; <see langword="null"/> if none did.</param>
/// <param name="Field">The field that decided, such as <c>spec.trafficPolicy.outlierDetection.maxEjectionPercent</c>; <see langword="null"/> if none did.</param>
public sealed record SimulationCause(string Text, string? Object = null, string? Field = null)
{
    /// <summary>Returns object, field and reason in one line.</summary>
    public override string ToString() => (Object, Field) switch
    {
        (null, _) => Text,
        (_, null) => $"{Object}: {Text}",
        _ => $"{Object} field {Field}: {Text}",
    };
}
