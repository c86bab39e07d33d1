namespace Mesh.Sdk.Kubernetes.Credentials;

/// <summary>For clients that authenticate by themselves.</summary>
internal sealed class NoCredential : ICredentialSource, IDisposable
{
    public static readonly NoCredential Instance = new();

    public ValueTask<Credential> GetAsync(CancellationToken cancellationToken) => new(Credential.None);

    public void Forget(Credential refused)
    {
    }

    public void Dispose()
    {
    }
}
