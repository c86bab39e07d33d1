namespace Mesh.Sdk.Kubernetes;

/// <summary>A credential could not be had: a plugin failed or printed rubbish, or a token file can't be read. Nothing was sent.</summary>
public sealed class KubernetesCredentialException : KubernetesException
{
    internal KubernetesCredentialException(string message, string remedy, Exception? cause = null)
        : base(message, remedy, cause)
    {
    }
}
