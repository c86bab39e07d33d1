namespace Mesh.Sdk.Diagnostics.Formats;

/// <summary>Names of texts as the URI references that SARIF wants.</summary>
internal static class SarifUri
{
    /// <summary>Returns a relative reference for a relative path, a <c>file</c> URI for an absolute one.</summary>
    public static string Of(string source)
    {
        string path = source.Replace('\\', '/');
        bool isDrive = path is [var letter, ':', '/', ..] && char.IsAsciiLetter(letter);
        if (!isDrive && path.Contains("://", StringComparison.Ordinal) && Uri.TryCreate(source, UriKind.Absolute, out Uri? uri))
        {
            return uri.AbsoluteUri;
        }

        if (path.StartsWith("//", StringComparison.Ordinal))
        {
            return $"file:{Escape(path)}";
        }

        return isDrive ? $"file:///{path[..2]}{Escape(path[2..])}" : path.StartsWith('/') ? $"file://{Escape(path)}" : Escape(path);
    }

    private static string Escape(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}
