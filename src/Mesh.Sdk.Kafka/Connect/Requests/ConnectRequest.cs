namespace Mesh.Sdk.Kafka.Connect.Requests;

/// <summary>A request, whichever worker it goes to.</summary>
/// <param name="Method">Method.</param>
/// <param name="Path">Escaped path with query.</param>
internal sealed record ConnectRequest(HttpMethod Method, string Path)
{
    public string? Body { get; init; }

    /// <summary>Gets the texts that must not be shown.</summary>
    public IReadOnlyCollection<string> Secrets { get; init; } = [];

    /// <summary>Gets whether sending it twice has the effect of sending it once.</summary>
    public bool IsRepeatable { get; init; } = true;

    /// <summary>Gets whether it is done where there is nothing to do it to, when an attempt before may have done it.</summary>
    public bool IsRemoval { get; init; }

    public override string ToString() => $"{Method} {Path}";
}
