namespace Mesh.Sdk.Kafka.Connect;

/// <summary>No worker could be reached, or none answered in time.</summary>
public sealed class ConnectUnavailableException : ConnectException
{
    internal ConnectUnavailableException(string action, Uri worker, string problem, bool wasSent, Exception inner)
        : base($"{action} at {worker} failed: {problem}", worker, inner) => WasSent = wasSent;

    /// <summary>Gets whether the request may have reached the worker and taken effect.</summary>
    public bool WasSent { get; }
}
