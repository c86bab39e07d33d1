using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Analysis;

/// <summary>A rule, whatever it looks at.</summary>
internal interface IRule
{
    /// <summary>Gets what the rule reports.</summary>
    DiagnosticDescriptor Descriptor { get; }

    /// <summary>Gets the id of the rule in the vectors; <see langword="null"/> if it has none.</summary>
    string? VectorId { get; }

    /// <summary>Gets the code that says less of the same mistake; beside a finding of this rule it is left out. <see langword="null"/> if there is none.</summary>
    string? Covers { get; }
}
