namespace Mesh.Sdk.Kafka.Connect;

/// <summary>Why a worker refused.</summary>
public enum ConnectErrorReason
{
    /// <summary>The request or a configuration is invalid, or the connector is not in the state that the request needs (400).</summary>
    Invalid,

    /// <summary>The worker asks for another login (401).</summary>
    Unauthorized,

    /// <summary>The user may not do this, or the feature is switched off (403).</summary>
    Forbidden,

    /// <summary>There is no such connector, task or plugin, or the worker is too old for the request (404, 405).</summary>
    NotFound,

    /// <summary>A connector of this name exists (409).</summary>
    AlreadyExists,

    /// <summary>The workers were rebalancing, longer than the client repeats its request (409).</summary>
    Rebalancing,

    /// <summary>The worker, or a proxy before it, failed (5xx).</summary>
    ServerError,

    /// <summary>The answer is not one of Kafka Connect.</summary>
    NotConnect,
}
