namespace Mesh.Sdk.Simulation;

/// <summary>The detector that ejects a host.</summary>
public enum EjectionCause
{
    /// <summary>Answers 500 to 599 in a row (<c>consecutive5xxErrors</c>).</summary>
    Consecutive5xx,

    /// <summary>Answers 502, 503 or 504 in a row (<c>consecutiveGatewayErrors</c>).</summary>
    ConsecutiveGatewayFailure,

    /// <summary>Failures of the connection in a row, only with the split (<c>consecutiveLocalOriginFailures</c>).</summary>
    ConsecutiveLocalOriginFailure,

    /// <summary>A success rate far below that of the other hosts; Istio switches it off.</summary>
    SuccessRate,

    /// <summary>A success rate of connections far below that of the other hosts; Istio switches it off.</summary>
    LocalOriginSuccessRate,

    /// <summary>Too large a part of the answers failed; off unless asked for.</summary>
    FailurePercentage,

    /// <summary>Too large a part of the connections failed; off unless asked for.</summary>
    LocalOriginFailurePercentage,
}
