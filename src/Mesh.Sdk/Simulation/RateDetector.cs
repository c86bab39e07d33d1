namespace Mesh.Sdk.Simulation;

/// <summary>A detector that compares hosts at every sweep, over what happened since the last one.</summary>
/// <param name="EnforcingPercent">How often a detection ejects, 0 to 100.</param>
/// <param name="MinimumHosts">Hosts with enough requests that it takes.</param>
/// <param name="RequestVolume">Requests since the last sweep that make a host count.</param>
/// <param name="Limit">Success rate: factor of the standard deviation, in thousandths. Failure percentage: percent of failures.</param>
public readonly record struct RateDetector(int EnforcingPercent, int MinimumHosts, long RequestVolume, int Limit);
