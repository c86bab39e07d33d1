namespace Mesh.Sdk.Kubernetes.Credentials;

/// <summary>A credential that stays what it is: a token, a password, a client certificate.</summary>
internal sealed class FixedCredential(Credential credential) : ICredentialSource
{
    public ValueTask<Credential> GetAsync(CancellationToken cancellationToken) => new(credential);

    public void Forget(Credential refused)
    {
    }
}
