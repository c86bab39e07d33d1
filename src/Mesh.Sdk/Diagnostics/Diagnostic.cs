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

    /// <summary>Gets the object that the path is in, such as <c>DestinationRule shop/orders</c>; <see langword="null"/> if it is the definition itself.</summary>
    public string? Object { get; init; }

    /// <summary>Gets where the value stands in a text; <see langword="null"/> if it was not read from one.</summary>
    public SourcePosition? Position { get; init; }

    /// <summary>Gets the code of the same finding in <c>istioctl analyze</c>, such as <c>IST0101</c>; <see langword="null"/> if it has none.</summary>
    public string? IstioCode { get; init; }

    /// <summary>Gets a change that removes the cause; <see langword="null"/> if it takes a decision.</summary>
    public IDiagnosticFix? Fix { get; init; }

    /// <summary>Gets what all findings of the code have in common; <see langword="null"/> if the finding was made without.</summary>
    public DiagnosticDescriptor? Descriptor { get; init; }

    /// <summary>Gets the page that explains the code, relative to the repository.</summary>
    public string HelpLink => $"docs/diagnostics/{Code}.md";

    /// <summary>Returns the finding in one line: position, severity, code, path, message and remedy.</summary>
    public override string ToString()
    {
        string place = Position is { } position ? $"{position}: " : "";
        string severity = Formats.SeverityText.Of(Severity);
        string path = (Object, Path) switch
        {
            (null, "") => "the top",
            (null, _) => Path,
            (_, "") => Object,
            _ => $"{Object} {Path}",
        };
        return $"{place}{severity} {Code} at {path}: {Message} {Remedy}";
    }
}
