using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Resources.Reading;

/// <summary>A text is larger or deeper than allowed, or not even text; reading stops at once.</summary>
internal sealed class ReadLimitException(Diagnostic diagnostic) : Exception
{
    public Diagnostic Diagnostic { get; } = diagnostic;
}
