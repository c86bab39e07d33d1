namespace Mesh.Sdk.Kubernetes.Credentials;

/// <summary>Gives the credential of a user; safe for several requests at a time.</summary>
internal interface ICredentialSource
{
    /// <summary>Gets a credential that has not ended, as far as is known.</summary>
    ValueTask<Credential> GetAsync(CancellationToken cancellationToken);

    /// <summary>Tells that the server refused a credential, so that a new one is got next time if one can be had.</summary>
    void Forget(Credential refused);
}
