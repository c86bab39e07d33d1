using System.Runtime.CompilerServices;

namespace Mesh.Sdk.Topology;

/// <summary>Guards for arguments that are lists.</summary>
internal static class Require
{
    /// <summary>Returns the texts if none is null or blank.</summary>
    public static string[] Texts(string[] texts, [CallerArgumentExpression(nameof(texts))] string? name = null)
    {
        ArgumentNullException.ThrowIfNull(texts, name);
        foreach (string text in texts)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(text, name);
        }

        return texts;
    }
}
