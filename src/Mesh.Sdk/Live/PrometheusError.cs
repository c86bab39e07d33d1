namespace Mesh.Sdk.Live;

/// <summary>Why Prometheus could not be read.</summary>
public enum PrometheusError
{
    /// <summary>No connection, or it broke off.</summary>
    Unreachable,

    /// <summary>No whole answer within <see cref="HttpClient.Timeout"/>.</summary>
    TimedOut,

    /// <summary>An HTTP status that is no success, without an explanation of Prometheus.</summary>
    HttpStatus,

    /// <summary>Prometheus answered <c>status: error</c>.</summary>
    QueryRefused,

    /// <summary>What answered is not Prometheus, such as a login page.</summary>
    NotPrometheus,

    /// <summary>More data than <see cref="PrometheusOptions.MaxResponseBytes"/> or <see cref="PrometheusOptions.MaxSamples"/> allow.</summary>
    TooLarge,

    /// <summary>Prometheus has no series that the query asks for.</summary>
    NoSeries,
}
