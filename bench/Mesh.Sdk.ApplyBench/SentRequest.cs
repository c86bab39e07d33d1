namespace Mesh.Sdk.ApplyBench;

/// <summary>A request that the SDK sent.</summary>
/// <param name="Path">Path and query.</param>
/// <param name="Body">The body.</param>
internal sealed record SentRequest(string Path, string Body)
{
    /// <summary>Returns the same request for another namespace.</summary>
    public SentRequest In(string before, string after) => new(Path.Replace(before, after, StringComparison.Ordinal), Body.Replace(before, after, StringComparison.Ordinal));
}
