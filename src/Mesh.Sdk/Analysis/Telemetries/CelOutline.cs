namespace Mesh.Sdk.Analysis.Telemetries;

/// <summary>The outline of an expression of CEL: texts end, brackets pair, and something stands there.</summary>
internal static class CelOutline
{
    /// <summary>Returns what is wrong; <see langword="null"/> if the outline is fine.</summary>
    public static string? Problem(string expression)
    {
        Stack<char> open = new();
        bool isEmpty = true;
        for (int i = 0; i < expression.Length; i++)
        {
            char c = expression[i];
            isEmpty &= char.IsWhiteSpace(c);
            switch (c)
            {
                case '"' or '\'':
                    i = EndOfText(expression, i);
                    break;
                case '(' or '[' or '{':
                    open.Push(c == '(' ? ')' : c == '[' ? ']' : '}');
                    break;
                case ')' or ']' or '}' when !open.TryPop(out char expected) || expected != c:
                    return $"a '{c}' closes nothing";
            }

            if (i >= expression.Length)
            {
                return "a text does not end";
            }
        }

        return isEmpty ? "it is empty" : open.TryPeek(out char missing) ? $"a '{missing}' is missing" : null;
    }

    // Three quotes start a text that ends with three; a backslash hides a quote, except in texts marked as raw.
    private static int EndOfText(string expression, int start)
    {
        bool isRaw = start > 0 && expression[start - 1] is 'r' or 'R';
        string quote = expression.AsSpan(start).StartsWith(new string(expression[start], 3), StringComparison.Ordinal)
            ? new string(expression[start], 3)
            : expression[start].ToString();
        for (int i = start + quote.Length; i < expression.Length; i++)
        {
            if (expression[i] == '\\' && !isRaw)
            {
                i++;
            }
            else if (expression.AsSpan(i).StartsWith(quote, StringComparison.Ordinal))
            {
                return i + quote.Length - 1;
            }
        }

        return expression.Length;
    }
}
