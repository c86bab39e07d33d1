namespace Mesh.Sdk.Kubernetes;

/// <summary>Why a cluster gave no answer.</summary>
public enum KubernetesConnectionFailure
{
    /// <summary>The connection could not be made: nothing listens, or a name or a network is unknown.</summary>
    Unreachable,

    /// <summary>The server's certificate is not signed by the certificate authority of the kubeconfig.</summary>
    UntrustedCertificate,

    /// <summary>The server's certificate is past its end, or before its start.</summary>
    ExpiredCertificate,

    /// <summary>The server's certificate is for other names.</summary>
    WrongServerName,

    /// <summary>TLS failed otherwise.</summary>
    Tls,

    /// <summary>The connection broke before the answer was complete.</summary>
    Interrupted,

    /// <summary>There was no answer in time.</summary>
    TimedOut,

    /// <summary>The answer is not one of the Kubernetes API.</summary>
    NotKubernetes,
}
