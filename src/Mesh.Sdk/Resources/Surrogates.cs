namespace Mesh.Sdk.Resources;

/// <summary>Finds text that is no valid UTF-16.</summary>
internal static class Surrogates
{
    /// <summary>Finds the first half of a surrogate pair that stands alone; -1 if there is none.</summary>
    public static int IndexOfLone(ReadOnlySpan<char> text)
    {
        int start = 0;
        while (true)
        {
            int found = text[start..].IndexOfAnyInRange('\uD800', '\uDFFF');
            if (found < 0)
            {
                return -1;
            }

            start += found;
            if (start + 1 >= text.Length || !char.IsSurrogatePair(text[start], text[start + 1]))
            {
                return start;
            }

            start += 2;
        }
    }

    /// <summary>Refuses text that UTF-8 can't hold.</summary>
    public static void RefuseLone(ReadOnlySpan<char> text)
    {
        int index = IndexOfLone(text);
        if (index >= 0)
        {
            throw new ArgumentException($"The text has half a surrogate pair at {index}, which neither YAML nor JSON can hold.", nameof(text));
        }
    }
}
