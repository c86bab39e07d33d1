namespace Mesh.Sdk.Topology;

/// <summary>Which hash sends a request to which host.</summary>
public sealed record ConsistentHash
{
    /// <summary>Gets what is hashed.</summary>
    public required ConsistentHashKey Key { get; init; }

    /// <summary>Gets the name of the header, cookie or parameter; empty for the source address.</summary>
    public string Name { get; init; } = "";

    /// <summary>Gets how long a cookie lives. <see langword="null"/> makes it a session cookie.</summary>
    public TimeSpan? CookieLifetime { get; init; }
}
