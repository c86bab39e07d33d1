using System.Globalization;
using System.Text.RegularExpressions;

namespace Mesh.Sdk.Diagnostics;

/// <summary>What all findings of one code have in common.</summary>
/// <param name="Code"><c>MESH</c> and four digits.</param>
/// <param name="Severity">How much a finding matters.</param>
/// <param name="Message">Composite format of the message: what is declared and what will happen.</param>
/// <param name="Remedy">Composite format of the remedy, with the same arguments as the message.</param>
public sealed partial record DiagnosticDescriptor(string Code, DiagnosticSeverity Severity, string Message, string Remedy)
{
    /// <summary>Gets the code of the same finding in <c>istioctl analyze</c>; <see langword="null"/> if it has none.</summary>
    public string? IstioCode { get; init; }

    /// <summary>Gets the message with <c>…</c> where values stand.</summary>
    public string Summary => Hole().Replace(Message, "…").Trim();

    /// <summary>Gets the remedy with <c>…</c> where values stand.</summary>
    public string RemedySummary => Hole().Replace(Remedy, "…").Trim();

    /// <summary>Makes a finding at a place.</summary>
    /// <param name="path">Place in the definition or object.</param>
    /// <param name="arguments">Values for both formats. Must not be secret.</param>
    public Diagnostic At(string path, params object?[] arguments) => new()
    {
        Code = Code,
        Severity = Severity,
        IstioCode = IstioCode,
        Path = path,
        Message = string.Format(CultureInfo.InvariantCulture, Message, arguments),
        Remedy = string.Format(CultureInfo.InvariantCulture, Remedy, arguments),
        Descriptor = this,
    };

    [GeneratedRegex(@"\{\d+[^{}]*\}")]
    private static partial Regex Hole();
}
