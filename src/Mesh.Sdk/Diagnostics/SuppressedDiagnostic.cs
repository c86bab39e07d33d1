namespace Mesh.Sdk.Diagnostics;

/// <summary>A finding that someone decided to live with.</summary>
/// <param name="Diagnostic">The finding.</param>
/// <param name="Reason">Why it is left alone.</param>
public sealed record SuppressedDiagnostic(Diagnostic Diagnostic, string Reason)
{
    /// <summary>Returns the finding and the reason in one line.</summary>
    public override string ToString() => $"{Diagnostic} (suppressed: {Reason})";
}
