using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Resources.Reading;

/// <summary>A document is larger or deeper than allowed; reading stops at once.</summary>
internal sealed class ReadLimitException(Diagnostic diagnostic) : Exception
{
    public Diagnostic Diagnostic { get; } = diagnostic;
}
