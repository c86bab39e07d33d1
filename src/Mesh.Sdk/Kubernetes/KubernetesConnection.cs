using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kubernetes.Transport;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kubernetes;

/// <summary>All that is needed to reach one cluster, files read and texts decoded. Its secrets print as <c>***</c>.</summary>
public sealed record KubernetesConnection
{
    /// <summary>Gets the address of the API server; may end in a path.</summary>
    /// <exception cref="ArgumentException">It is relative, or has a user or a password in it.</exception>
    public required Uri Server
    {
        get;
        init => field = ServerAddress.Checked(value, nameof(Server));
    }

    /// <summary>Gets the context that this was made of; <see langword="null"/> if it was not made of a kubeconfig.</summary>
    public string? Context { get; init; }

    /// <summary>Gets the namespace for objects that name none.</summary>
    /// <value><c>default</c> by default.</value>
    public string Namespace { get; init; } = "default";

    /// <summary>Gets the certificate authorities that may sign the server's certificate; <see langword="null"/> for those of this machine.</summary>
    public string? CertificateAuthorityPem { get; init; }

    /// <summary>Gets whether any server's certificate is taken, so that anyone between can read and change all. Reported as MESH4112.</summary>
    public bool SkipsTlsVerification { get; init; }

    /// <summary>Gets the name that the server's certificate must have; <see langword="null"/> for that of the address.</summary>
    public string? TlsServerName { get; init; }

    /// <summary>Gets the proxy; <see langword="null"/> for that of the environment.</summary>
    public Uri? ProxyUrl { get; init; }

    /// <summary>Gets the client certificate, perhaps with those above it.</summary>
    public string? ClientCertificatePem { get; init; }

    /// <summary>Gets the key of the client certificate.</summary>
    public SecretText? ClientKeyPem { get; init; }

    /// <summary>Gets the bearer token.</summary>
    public SecretText? Token { get; init; }

    /// <summary>Gets a file with a bearer token, which is read again each minute and comes before <see cref="Token"/>.</summary>
    public string? TokenFile { get; init; }

    /// <summary>Gets the user of basic authentication.</summary>
    public string? UserName { get; init; }

    /// <summary>Gets the password of basic authentication.</summary>
    public SecretText? Password { get; init; }

    /// <summary>Gets the program that gives the credential.</summary>
    public KubernetesExecPlugin? Exec { get; init; }

    /// <summary>Gets as whom requests are made.</summary>
    public KubernetesImpersonation? Impersonation { get; init; }

    /// <summary>Gets what is risky about the connection.</summary>
    public DiagnosticReport Report { get; init; } = DiagnosticReport.Empty;

    /// <summary>Returns context and address.</summary>
    public override string ToString() => Context is null ? Server.AbsoluteUri : $"{Context} ({Server})";
}
