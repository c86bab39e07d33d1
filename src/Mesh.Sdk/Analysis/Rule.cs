using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Analysis;

/// <summary>One rule about a value: a part of an object, a whole object, or all objects together. Stateless.</summary>
/// <typeparam name="T">What the rule looks at.</typeparam>
internal abstract class Rule<T> : IRule
{
    /// <summary>Gets what the rule reports.</summary>
    public abstract DiagnosticDescriptor Descriptor { get; }

    /// <summary>Gets the id of the rule in the vectors, such as <c>OD-INTERVAL</c>; <see langword="null"/> if it is ours.</summary>
    public virtual string? VectorId => null;

    /// <summary>Gets the code that says less of the same mistake; beside a finding of this rule it is left out. <see langword="null"/> if there is none.</summary>
    public virtual string? Covers => null;

    /// <summary>Reports each place where the rule does not hold.</summary>
    public abstract void Check(T value, Place place);
}
