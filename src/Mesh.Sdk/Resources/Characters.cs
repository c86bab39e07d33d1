namespace Mesh.Sdk.Resources;

/// <summary>Sets of characters, made without what has to be compiled at start-up.</summary>
internal static class Characters
{
    /// <summary>Returns the characters from the first to the last that are not excepted.</summary>
    public static char[] Between(char first, char last, string except = "")
    {
        List<char> characters = new(last - first + 1);
        for (int c = first; c <= last; c++)
        {
            if (!except.Contains((char)c, StringComparison.Ordinal))
            {
                characters.Add((char)c);
            }
        }

        return characters.ToArray();
    }
}
