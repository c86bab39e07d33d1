namespace Mesh.Sdk.Diagnostics;

/// <summary>One finding: what is wrong, where, and what to do about it. Compares by value.</summary>
public sealed record Diagnostic
{
    /// <summary>Gets the code, <c>MESH</c> and four digits. Never reused for another finding.</summary>
    public required string Code { get; init; }

    /// <summary>Gets how much the finding matters.</summary>
    public required DiagnosticSeverity Severity { get; init; }

    /// <summary>Gets the place in the definition or object, such as <c>services[shop/orders].ports[0].number</c>.</summary>
    public required string Path { get; init; }

    /// <summary>Gets what is declared and what will happen, with the actual values. Never holds a secret.</summary>
    public required string Message { get; init; }

    /// <summary>Gets the call to make or the field to change.</summary>
    public required string Remedy { get; init; }

    /// <summary>Gets where the value stands in a text; <see langword="null"/> if it was not read from one.</summary>
    public SourcePosition? Position { get; init; }

    /// <summary>Returns the finding in one line: position, severity, code, path, message and remedy.</summary>
    public override string ToString()
    {
        string place = Position is { } position ? $"{position}: " : "";
        string severity = Severity switch
        {
            DiagnosticSeverity.Error => "error",
            DiagnosticSeverity.Warning => "warning",
            _ => "info",
        };
        return $"{place}{severity} {Code} at {(Path.Length == 0 ? "the top" : Path)}: {Message} {Remedy}";
    }
}
