namespace Mesh.Sdk.Diagnostics;

/// <summary>Finds what was probably meant.</summary>
internal static class Suggestion
{
    // Longer than any name; the distance takes time in proportion to both lengths.
    private const int MaxLength = 500;

    /// <summary>Returns <c> Did you mean 'x'?</c> with a leading space, or nothing if no candidate is near.</summary>
    public static string For(string text, IEnumerable<string> candidates) =>
        Nearest(text, candidates) is { } nearest ? $" Did you mean '{nearest}'?" : "";

    /// <summary>Returns the nearest candidate; <see langword="null"/> if none is near.</summary>
    public static string? Nearest(string text, IEnumerable<string> candidates)
    {
        if (text.Length > MaxLength)
        {
            return null;
        }

        string? nearest = null;
        int least = int.MaxValue;
        foreach (string candidate in candidates)
        {
            int distance = Math.Min(Distance(text, candidate), Distance(Canonical(text), Canonical(candidate)));
            if (distance < least && candidate.Length > 0 && candidate != text && distance <= Math.Max(1, Math.Max(text.Length, candidate.Length) / 4))
            {
                (nearest, least) = (candidate, distance);
            }
        }

        return nearest;
    }

    /// <summary>Returns how many insertions, deletions, replacements and swaps of neighbours part two texts.</summary>
    public static int Distance(string left, string right)
    {
        int[] beforeLast = new int[right.Length + 1];
        int[] last = [.. Enumerable.Range(0, right.Length + 1)];
        int[] current = new int[right.Length + 1];
        for (int i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int cost = left[i - 1] == right[j - 1] ? 0 : 1;
                current[j] = Math.Min(Math.Min(last[j] + 1, current[j - 1] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    current[j] = Math.Min(current[j], beforeLast[j - 2] + 1);
                }
            }

            (beforeLast, last, current) = (last, current, beforeLast);
        }

        return last[right.Length];
    }

    // Clouds name the same place differently: eu-west-2 and europe-west2, us-east-1 and us-east1.
    private static string Canonical(string text) =>
        text.ToLowerInvariant()
            .Replace("europe", "eu", StringComparison.Ordinal)
            .Replace("asia-", "ap-", StringComparison.Ordinal)
            .Replace("-", "", StringComparison.Ordinal)
            .Replace("_", "", StringComparison.Ordinal);
}
