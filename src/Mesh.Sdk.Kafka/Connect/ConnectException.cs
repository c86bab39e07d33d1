namespace Mesh.Sdk.Kafka.Connect;

/// <summary>A request to Kafka Connect failed. No message has values of secret settings or a password.</summary>
public abstract class ConnectException : Exception
{
    private protected ConnectException(string message, Uri worker, Exception? inner)
        : base(message, inner) => Worker = worker;

    /// <summary>Gets the worker that was asked last.</summary>
    public Uri Worker { get; }
}
