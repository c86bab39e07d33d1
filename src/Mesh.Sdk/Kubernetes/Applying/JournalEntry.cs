using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kubernetes.Applying;

/// <summary>One change of an object.</summary>
/// <param name="Key">The object.</param>
/// <param name="Uid">The id of the object that was created; <see langword="null"/> if there was one before.</param>
/// <param name="Before">What to apply so that it is again as it was; <see langword="null"/> if there was none.</param>
internal sealed record JournalEntry(ResourceKey Key, string? Uid, PackedObject? Before)
{
    /// <summary>Returns the key only, as the rest may be secret.</summary>
    public override string ToString() => Key.ToString();
}
