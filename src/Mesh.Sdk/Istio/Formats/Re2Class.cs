namespace Mesh.Sdk.Istio;

/// <summary>A set of characters in brackets in a regular expression of RE2.</summary>
internal static class Re2Class
{
    /// <summary>Reads a set from its opening to its closing bracket.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, ref int at)
    {
        at++;
        if (text[at..] is ['^', ..])
        {
            at++;
        }

        // A bracket that closes comes after at least one item.
        for (bool isFirst = true; isFirst || text[at..] is not [']', ..]; isFirst = false)
        {
            if (at >= text.Length || !TryReadItem(text, ref at))
            {
                return false;
            }
        }

        at++;
        return true;
    }

    private static bool TryReadItem(ReadOnlySpan<char> text, ref int at)
    {
        if (text[at..] is ['[', ':', ..] && text[at..].IndexOf(":]", StringComparison.Ordinal) is var end and >= 2)
        {
            ReadOnlySpan<char> name = text.Slice(at + 2, end - 2);
            at += end + 2;
            return IsNamed(name is ['^', .. var negated] ? negated : name);
        }

        if (!Re2Escape.TryReadSet(text, ref at, out bool isSet))
        {
            return false;
        }

        if (isSet)
        {
            return true;
        }

        if (!TryReadCharacter(text, ref at, out int low))
        {
            return false;
        }

        if (text[at..] is not ['-', not ']', ..])
        {
            return true;
        }

        at++;
        return TryReadCharacter(text, ref at, out int high) && low <= high;
    }

    private static bool TryReadCharacter(ReadOnlySpan<char> text, ref int at, out int codePoint)
    {
        codePoint = 0;
        if (at >= text.Length)
        {
            return false;
        }

        if (text[at] == '\\')
        {
            return Re2Escape.TryReadCharacter(text, ref at, out codePoint);
        }

        bool isPair = char.IsHighSurrogate(text[at]);
        codePoint = isPair ? char.ConvertToUtf32(text[at], text[at + 1]) : text[at];
        at += isPair ? 2 : 1;
        return true;
    }

    private static bool IsNamed(ReadOnlySpan<char> name) =>
        name is "alnum" or "alpha" or "ascii" or "blank" or "cntrl" or "digit" or "graph" or "lower" or "print" or "punct" or "space" or "upper" or "word" or "xdigit";
}
