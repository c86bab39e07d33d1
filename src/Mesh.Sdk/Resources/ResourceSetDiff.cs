namespace Mesh.Sdk.Resources;

/// <summary>What changes from one set to another.</summary>
public sealed record ResourceSetDiff
{
    /// <summary>Gets the objects that only the later set has.</summary>
    public required ResourceSet Added { get; init; }

    /// <summary>Gets the objects that only the earlier set has.</summary>
    public required ResourceSet Removed { get; init; }

    /// <summary>Gets the objects that both have, with different values.</summary>
    public required EquatableList<ResourceChange> Changed { get; init; }

    /// <summary>Gets whether both sets have the same objects with the same values.</summary>
    public bool IsEmpty => Added.Count == 0 && Removed.Count == 0 && Changed.Count == 0;

    /// <summary>Returns one line per object: <c>+</c>, <c>-</c> or <c>~</c> with the changed fields.</summary>
    public override string ToString() => string.Join(
        Environment.NewLine,
        Added.Select(e => $"+ {e}").Concat(Removed.Select(e => $"- {e}")).Concat(Changed.Select(c => $"~ {c}")));
}
