using System.Text;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>What Istio asks of a regular expression.</summary>
internal static class RegexLimits
{
    private const int MaxSizeBytes = 1024;
    private const int ExcerptLength = 80;

    /// <summary>Returns what is wrong, as the end of a sentence; <see langword="null"/> if nothing is.</summary>
    public static string? Problem(string regex) =>
        regex.Length == 0 ? "is empty"
        : Encoding.UTF8.GetByteCount(regex) > MaxSizeBytes ? "has more than 1024 bytes"
        : Re2Syntax.IsValid(regex) ? null
        : "is not one of RE2";

    public static string Excerpt(string regex) => regex.Length <= ExcerptLength ? regex : $"{regex.AsSpan(0, ExcerptLength)}...";
}
