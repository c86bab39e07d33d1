namespace Mesh.Sdk.Diagnostics;

/// <summary>A decision to live with findings. They are kept apart in the report, with the reason.</summary>
public sealed record DiagnosticSuppression
{
    /// <summary>Decides to live with findings.</summary>
    /// <param name="code">Code of the findings, ours or Istio's; <c>*</c> stands for any characters.</param>
    /// <param name="object">Their object as findings name it, such as <c>DestinationRule shop/orders</c>; <c>*</c> stands for any characters.</param>
    /// <param name="reason">Why; whoever reads the report will ask.</param>
    public DiagnosticSuppression(string code, string @object, string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        ArgumentException.ThrowIfNullOrWhiteSpace(@object);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        (Code, Object, Reason) = (code, @object, reason);
    }

    /// <summary>Gets the code, or a pattern of codes.</summary>
    public string Code { get; }

    /// <summary>Gets the object, or a pattern of objects. <c>*</c> also stands for the definition, which is no object.</summary>
    public string Object { get; }

    /// <summary>Gets why the findings are left alone.</summary>
    public string Reason { get; }

    /// <summary>Tells whether the decision is about a finding.</summary>
    public bool Covers(Diagnostic diagnostic)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        return (Matches(Code, diagnostic.Code) || Matches(Code, diagnostic.IstioCode)) && Matches(Object, diagnostic.Object ?? "");
    }

    private static bool Matches(string pattern, string? text)
    {
        string[] parts = pattern.Split('*');
        if (text is null || parts is [_])
        {
            return pattern == text;
        }

        if (text.Length < parts[0].Length + parts[^1].Length || !text.StartsWith(parts[0], StringComparison.Ordinal) || !text.EndsWith(parts[^1], StringComparison.Ordinal))
        {
            return false;
        }

        ReadOnlySpan<char> rest = text.AsSpan(parts[0].Length..^parts[^1].Length);
        foreach (string part in parts.AsSpan(1..^1))
        {
            int found = rest.IndexOf(part, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            rest = rest[(found + part.Length)..];
        }

        return true;
    }
}
