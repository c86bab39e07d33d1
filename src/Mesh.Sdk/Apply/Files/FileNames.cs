using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Apply.Files;

/// <summary>
/// Where the file of an object stands below the folder of all clusters: <c>cluster/namespace/kind.group/name.yaml</c>. Every key has a path of
/// its own on any file system, and no name, however hostile, leads out of the folder.
/// </summary>
internal static class FileNames
{
    public const string Kustomization = "kustomization.yaml";

    private const string None = "_";

    private const int LongestPart = 150;

    // Lower case only, as some file systems do not tell the cases apart; what is not in here becomes _ and its code.
    private static readonly SearchValues<char> Plain = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-.");

    // Devices of Windows, whatever stands behind a dot. Source: Microsoft, "Naming Files, Paths, and Namespaces".
    private static readonly FrozenSet<string> Devices =
    [
        "con", "prn", "aux", "nul",
        .. Enumerable.Range(0, 10).SelectMany(i => new[] { $"com{i}", $"lpt{i}" }),
    ];

    /// <summary>Returns the folder of a cluster.</summary>
    public static string Folder(string cluster) => Part(cluster);

    /// <summary>Returns the path of an object, with <c>/</c> between its parts.</summary>
    public static string PathOf(ResourceKey key)
    {
        string kind = Part(key.Kind.ToLowerInvariant()).Replace(".", "_002e", StringComparison.Ordinal);
        string group = key.Group.Length == 0 ? "" : $".{Part(key.Group)}";
        return $"{Folder(key.Cluster)}/{Part(key.Namespace)}/{kind}{group}/{Part(key.Name)}.yaml";
    }

    private static string Part(string text)
    {
        if (text.Length == 0)
        {
            return None;
        }

        StringBuilder part = new(text.Length);
        bool isTaken = text == Kustomization || Devices.Contains(text.Split('.', 2)[0]);
        for (int i = 0; i < text.Length; i++)
        {
            bool isEdge = i == 0 || i == text.Length - 1;
            bool isPlain = Plain.Contains(text[i]) && !(text[i] == '.' && isEdge) && !(isTaken && i == 0);
            part.Append(isPlain ? text[i].ToString() : string.Create(CultureInfo.InvariantCulture, $"_{(int)text[i]:x4}"));
        }

        return part.Length <= LongestPart
            ? part.ToString()
            : $"{part.ToString(0, LongestPart)}_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8))}";
    }
}
