namespace Mesh.Sdk.Topology;

/// <summary>Where copies of requests go; their answers are dropped.</summary>
public sealed record TrafficMirror
{
    /// <summary>Gets the version of the same service that gets the copies.</summary>
    public required string Version { get; init; }

    /// <summary>Gets how many requests are copied, 0 to 100.</summary>
    public int MirrorPercent { get; init; } = 100;
}
