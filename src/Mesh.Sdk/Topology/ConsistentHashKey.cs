namespace Mesh.Sdk.Topology;

/// <summary>What of a request is hashed.</summary>
public enum ConsistentHashKey
{
    /// <summary>An HTTP header.</summary>
    Header,

    /// <summary>An HTTP cookie, which is set if the client has none.</summary>
    Cookie,

    /// <summary>The address of the client.</summary>
    SourceIp,

    /// <summary>A parameter of the query.</summary>
    QueryParameter,
}
