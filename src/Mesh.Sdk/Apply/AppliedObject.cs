using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Apply;

/// <summary>What became of one object.</summary>
/// <param name="Key">What identifies the object, cluster included.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Reason">Why it failed or was skipped; <see langword="null"/> otherwise.</param>
public sealed record AppliedObject(ResourceKey Key, ApplyStatus Status, Diagnostic? Reason = null)
{
    /// <summary>Returns status, key and reason.</summary>
    public override string ToString() => Reason is null ? $"{Status} {Key}" : $"{Status} {Key}: {Reason.Message}";
}
