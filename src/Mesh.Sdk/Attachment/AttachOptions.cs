namespace Mesh.Sdk.Attachment;

/// <summary>How a cluster is attached. Immutable; change it through <c>with</c>.</summary>
public sealed record AttachOptions
{
    /// <summary>The options that hold where none are given.</summary>
    public static readonly AttachOptions Default = new();

    /// <summary>Gets who reads the credential.</summary>
    /// <value><see cref="AttachForm.Istio"/> by default.</value>
    public AttachForm Form { get; init; }

    /// <summary>Gets where the token comes from.</summary>
    /// <value><see cref="AttachToken.LongLived"/> by default.</value>
    public AttachToken Token { get; init; } = AttachToken.LongLived;

    /// <summary>Gets the address under which the hosts reach the peer's API server.</summary>
    /// <value><see langword="null"/> by default: that of the connection.</value>
    public Uri? Server { get; init; }

    /// <summary>Gets whether that address may be one that means another machine to a host, such as <c>127.0.0.1</c>. For labs.</summary>
    /// <value><see langword="false"/> by default.</value>
    public bool AllowsLoopback { get; init; }

    /// <summary>Gets who is asked before anything is changed, and may refuse.</summary>
    /// <value><see langword="null"/> by default: nobody.</value>
    public Func<AttachPreview, CancellationToken, Task<bool>>? Confirm { get; init; }
}
