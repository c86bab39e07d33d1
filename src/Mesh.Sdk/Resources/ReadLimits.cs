namespace Mesh.Sdk.Resources;

/// <summary>Bounds that keep a hostile document from costing more than a refusal.</summary>
public sealed record ReadLimits
{
    /// <summary>The bounds that apply unless others are given.</summary>
    public static readonly ReadLimits Default = new();

    private const int DeepestDepth = 1000;

    /// <summary>Gets the size of the whole text in bytes.</summary>
    /// <value>256 MiB by default.</value>
    public long MaxSizeBytes { get; init; } = 256L * 1024 * 1024;

    /// <summary>Gets how many documents a text may have.</summary>
    /// <value>250,000 by default.</value>
    public int MaxDocuments { get; init; } = 250_000;

    /// <summary>Gets how deep maps and lists may be nested.</summary>
    /// <value>64 by default, 1,000 at most.</value>
    /// <exception cref="ArgumentOutOfRangeException">Deeper than 1,000, which the stack of a thread might not bear.</exception>
    public int MaxDepth
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, DeepestDepth);
            field = value;
        }
    } = 64;

    /// <summary>Gets how many values a document may have, those that aliases repeat counted again.</summary>
    /// <value>500,000 by default.</value>
    public int MaxNodesPerDocument { get; init; } = 500_000;

    /// <summary>Gets how many aliases a document may have.</summary>
    /// <value>100 by default.</value>
    public int MaxAliasesPerDocument { get; init; } = 100;
}
