using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kubernetes.Credentials;

/// <summary>A token in a file that something else keeps fresh, such as the kubelet.</summary>
/// <param name="path">The file.</param>
/// <param name="fallback">Used while the file could not be read even once.</param>
/// <param name="rest">What comes with the token.</param>
/// <param name="time">Tells when to read again.</param>
internal sealed class TokenFile(string path, SecretText? fallback, Credential rest, TimeProvider time)
{
    // As client-go: often enough for tokens that live ten minutes.
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    // While the file is being replaced, the token of before still holds.
    private SecretText? _last = fallback;

    public async Task<Credential> ReadAsync(CancellationToken cancellationToken)
    {
        SecretText token = await ReadTokenAsync(cancellationToken).ConfigureAwait(false);
        return rest.With(token, null, time.GetUtcNow() + Period);
    }

    private async Task<SecretText> ReadTokenAsync(CancellationToken cancellationToken)
    {
        try
        {
            string token = (await File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false)).Trim();
            return token.Length > 0 ? Keep(token) : _last ?? throw Unusable("is empty", null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return _last ?? throw Unusable("can't be read", e);
        }
    }

    private SecretText Keep(SecretText token)
    {
        _last = token;
        return token;
    }

    private KubernetesCredentialException Unusable(string what, Exception? cause) =>
        new($"The token file '{path}' {what}.", "Check tokenFile of the kubeconfig's user and the rights of the file.", cause);
}
