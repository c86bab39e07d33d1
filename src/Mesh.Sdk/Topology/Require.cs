using System.Runtime.CompilerServices;
using Mesh.Sdk.Topology.Checks;

namespace Mesh.Sdk.Topology;

/// <summary>Guards for arguments: null is misuse and thrown, an empty text is a finding of the definition.</summary>
internal static class Require
{
    /// <summary>Reports a text that is empty or blank.</summary>
    public static void Text(
        string text,
        [CallerArgumentExpression(nameof(text))] string? name = null,
        [CallerMemberName] string? call = null)
    {
        ArgumentNullException.ThrowIfNull(text, name);
        if (string.IsNullOrWhiteSpace(text))
        {
            DefinitionScope.Report(ServiceDiagnostics.EmptyText, call, name?.TrimStart('@'));
        }
    }

    /// <summary>Returns the texts, reporting those that are empty or blank.</summary>
    public static string[] Texts(
        string[] texts,
        [CallerArgumentExpression(nameof(texts))] string? name = null,
        [CallerMemberName] string? call = null)
    {
        ArgumentNullException.ThrowIfNull(texts, name);
        foreach (string text in texts)
        {
            Text(text, name, call);
        }

        return texts;
    }
}
