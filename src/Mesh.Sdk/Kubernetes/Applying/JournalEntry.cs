using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kubernetes.Applying;

/// <summary>One change of an object.</summary>
/// <param name="Key">The object.</param>
/// <param name="Uid">The id of the object that was created; <see langword="null"/> if there was one before.</param>
/// <param name="Before">What to apply so that it is again as it was; <see langword="null"/> if there was none.</param>
internal sealed record JournalEntry(ResourceKey Key, string? Uid, PackedObject? Before)
{
    /// <summary>Gets whether the cluster's answer was lost, so that only the live object tells what was done. What was before is the whole object then.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Of a change that may have been made.</summary>
    public static JournalEntry Open(ResourceKey key, IResource? before) =>
        new(key, null, before is null ? null : PackedObject.Of(before)) { IsOpen = true };

    /// <summary>Returns the key only, as the rest may be secret.</summary>
    public override string ToString() => Key.ToString();
}
