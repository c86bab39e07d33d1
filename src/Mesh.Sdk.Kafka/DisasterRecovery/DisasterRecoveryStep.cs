using System.Globalization;

namespace Mesh.Sdk.Kafka.DisasterRecovery;

/// <summary>One step of a plan for traffic and state.</summary>
/// <param name="Number">Number, from 1.</param>
/// <param name="Part">What it is about.</param>
/// <param name="Text">What is done, in a sentence.</param>
/// <param name="Check">What has to hold before the next step.</param>
/// <param name="Risk">What can go wrong; <see langword="null"/> if nothing can.</param>
public sealed record DisasterRecoveryStep(int Number, DisasterRecoveryPart Part, string Text, string Check, string? Risk = null)
{
    /// <summary>Returns number and text.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}. {Text}");
}
