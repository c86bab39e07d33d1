namespace Mesh.Sdk.Kubernetes;

/// <summary>A cluster could not be asked, or refused. The message says what, where and what to do, and holds no secret.</summary>
public abstract class KubernetesException : Exception
{
    private protected KubernetesException(string message, string remedy, Exception? cause)
        : base($"{message} {remedy}", cause) => Remedy = remedy;

    /// <summary>Gets what to do about it, in a sentence; the end of the message.</summary>
    public string Remedy { get; }
}
