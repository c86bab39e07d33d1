using Mesh.Sdk.Kubernetes.Requests;

namespace Mesh.Sdk.Kubernetes.Credentials;

/// <summary>A credential that is got once for all requests, and again when it ends or the server refuses it.</summary>
/// <param name="renew">Gets a new one.</param>
/// <param name="time">Tells whether it has ended.</param>
internal sealed class RenewedCredential(Func<CancellationToken, Task<Credential>> renew, TimeProvider time) : ICredentialSource
{
    private readonly AsyncLock _renewing = new();
    private volatile Credential? _current;

    public ValueTask<Credential> GetAsync(CancellationToken cancellationToken) =>
        _current is { } current && !HasEnded(current) ? new(current) : new(RenewAsync(cancellationToken));

    public void Forget(Credential refused) => Interlocked.CompareExchange(ref _current, null, refused);

    private Task<Credential> RenewAsync(CancellationToken cancellationToken) => _renewing.RunAsync(
        async () => _current is { } current && !HasEnded(current) ? current : _current = await renew(cancellationToken).ConfigureAwait(false),
        cancellationToken);

    private bool HasEnded(Credential credential) => credential.ExpiresAt <= time.GetUtcNow();
}
