using System.Net;

namespace Mesh.Sdk.Live;

/// <summary>Prometheus could not be read. The message says what to do; neither it nor any member has credentials.</summary>
public sealed class PrometheusException : Exception
{
    internal PrometheusException(PrometheusError error, string message, Exception? inner = null)
        : base(message, inner) => Error = error;

    /// <summary>Gets what kind of failure it is.</summary>
    public PrometheusError Error { get; }

    /// <summary>Gets the HTTP status; <see langword="null"/> if there was no answer, or its status is not what failed.</summary>
    public HttpStatusCode? Status { get; internal init; }

    /// <summary>Gets Prometheus' own word, such as <c>bad_data</c>, <c>timeout</c> or <c>execution</c>; <see langword="null"/> if it gave none.</summary>
    public string? ErrorType { get; internal init; }
}
