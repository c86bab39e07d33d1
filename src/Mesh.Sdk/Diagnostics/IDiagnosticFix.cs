namespace Mesh.Sdk.Diagnostics;

/// <summary>A change that removes the cause of a finding.</summary>
public interface IDiagnosticFix
{
    /// <summary>Gets what will be changed, in a sentence.</summary>
    string Description { get; }
}
