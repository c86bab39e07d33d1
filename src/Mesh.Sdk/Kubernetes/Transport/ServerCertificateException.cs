namespace Mesh.Sdk.Kubernetes.Transport;

/// <summary>Carries out of the handshake why a server's certificate was refused.</summary>
internal sealed class ServerCertificateException(KubernetesConnectionFailure failure, string message) : Exception(message)
{
    public KubernetesConnectionFailure Failure { get; } = failure;
}
