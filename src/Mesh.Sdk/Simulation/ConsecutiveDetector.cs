namespace Mesh.Sdk.Simulation;

/// <summary>A detector that counts failures in a row.</summary>
/// <param name="Threshold">How many eject; 0 never does.</param>
/// <param name="EnforcingPercent">How often a detection ejects, 0 to 100.</param>
public readonly record struct ConsecutiveDetector(long Threshold, int EnforcingPercent)
{
    /// <summary>Gets whether it can eject at all.</summary>
    public bool IsEnforced => Threshold > 0 && EnforcingPercent > 0;
}
