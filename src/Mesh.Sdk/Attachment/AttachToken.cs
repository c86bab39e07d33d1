namespace Mesh.Sdk.Attachment;

/// <summary>Where the token comes from that a control plane gets.</summary>
public sealed record AttachToken
{
    /// <summary>
    /// A token without an end, as istioctl makes it: that of the first Secret of the service account, else of a new one named
    /// <c>&lt;service account&gt;-istio-remote-secret-token</c>.
    /// </summary>
    public static readonly AttachToken LongLived = new();

    private AttachToken()
    {
    }

    /// <summary>Gets the name of the Secret that holds the token; <see langword="null"/> unless it was named.</summary>
    public string? Secret { get; private init; }

    /// <summary>Gets how long the token lives; <see langword="null"/> unless it is bound.</summary>
    public TimeSpan? Lifetime { get; private init; }

    /// <summary>Takes the token of a Secret that exists. It must be one of the service account.</summary>
    public static AttachToken InSecret(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return new() { Secret = name };
    }

    /// <summary>
    /// Asks the peer for a token that ends. Attaching again renews it once half of its time is over; nobody else does.
    /// </summary>
    /// <param name="lifetime">Positive; most clusters give no less than ten minutes.</param>
    public static AttachToken Bound(TimeSpan lifetime)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(lifetime, TimeSpan.Zero);
        return new() { Lifetime = lifetime };
    }
}
