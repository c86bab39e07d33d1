namespace Mesh.Sdk.Failover;

/// <summary>What of a service is called, where it has several ports or versions.</summary>
public sealed record TrafficTarget
{
    /// <summary>The service as its callers use it: the first port, and the versions that its routes choose.</summary>
    public static readonly TrafficTarget Default = new();

    /// <summary>Gets the port of the service.</summary>
    /// <value><see langword="null"/> means the first one.</value>
    public int? Port { get; init; }

    /// <summary>Gets the version, as if a route sent every request to it.</summary>
    /// <value><see langword="null"/> leaves it to the routes of the service.</value>
    public string? Version { get; init; }
}
