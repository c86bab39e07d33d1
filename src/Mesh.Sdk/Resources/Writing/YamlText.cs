using System.Buffers;
using Mesh.Sdk.Resources.Reading;

namespace Mesh.Sdk.Resources.Writing;

/// <summary>
/// Decides how a text is written: plain where go-yaml v2 reads the same text back, else quoted, lines as a literal block.
/// </summary>
internal static class YamlText
{
    // Starts of plain scalars that mean something else to YAML.
    private const string Indicators = "#,[]{}&*!|>'\"%@`";

    // Printable ASCII without the two that matter in the middle of a plain scalar.
    private static readonly SearchValues<char> Harmless = SearchValues.Create(
        " !\"$%&'()*+,-./0123456789;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~");

    // 0: any text may start so; 1: such a text may be a number, a word such as "yes", "<<" or "="; 2: never plain or rarely.
    private static readonly byte[] Starts = MakeStarts();

    /// <summary>Finds the style of a text.</summary>
    /// <exception cref="ArgumentException">The text has half a surrogate pair, which UTF-8 can't hold.</exception>
    public static ScalarStyle StyleOf(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return ScalarStyle.Quoted;
        }

        char first = text[0];
        if (first < 128 && text.IndexOfAnyExcept(Harmless) < 0)
        {
            return text[^1] != ' ' && MayStartPlain(text, first) ? ScalarStyle.PlainAscii : ScalarStyle.Quoted;
        }

        return StyleOfUnusual(text);
    }

    /// <summary>Finds the style of a field name.</summary>
    /// <exception cref="ArgumentException">The name has half a surrogate pair, which UTF-8 can't hold.</exception>
    public static ScalarStyle StyleOfName(ReadOnlySpan<char> name)
    {
        ScalarStyle style = StyleOf(name);

        // YamlDotNet takes the star for an alias.
        return style is ScalarStyle.PlainAscii or ScalarStyle.Plain && name.IndexOf(" *") >= 0 ? ScalarStyle.Quoted : style;
    }

    /// <summary>Says whether the first and last character allow a text to be plain.</summary>
    public static bool HasPlainEnds(ReadOnlySpan<char> text) => !text.IsEmpty && text[^1] != ' ' && MayStartPlain(text, text[0]);

    /// <summary>Finds the first character that double quotes must escape; -1 if there is none.</summary>
    public static int IndexOfEscaped(ReadOnlySpan<char> text) => text.IndexOfAny(RareCharacters.Escaped);

    private static bool MayStartPlain(ReadOnlySpan<char> text, char first) => (first < 128 ? Starts[first] : 0) switch
    {
        0 => true,
        1 => IsOrdinaryWord(text, first) || !PlainScalar.NeedsQuotes(text),
        _ => IsPlainDespiteIndicator(text) && !PlainScalar.NeedsQuotes(text),
    };

    // The longest word with a meaning is "false".
    private static bool IsOrdinaryWord(ReadOnlySpan<char> text, char first) => text.Length > 5 && char.IsAsciiLetter(first);

    private static bool IsPlainDespiteIndicator(ReadOnlySpan<char> text) => text[0] switch
    {
        '-' => text.Length > 1 && text[1] != ' ' && !text.StartsWith("---"),
        '?' or ':' => text.Length > 1 && text[1] != ' ',
        '.' => !text.StartsWith("..."),
        _ => false,
    };

    private static ScalarStyle StyleOfUnusual(ReadOnlySpan<char> text)
    {
        Surrogates.RefuseLone(text);
        if (text.IndexOfAny(RareCharacters.Unprintable) >= 0)
        {
            return ScalarStyle.Quoted;
        }

        if (text.IndexOf('\n') >= 0)
        {
            return MayBeLiteral(text) ? ScalarStyle.Literal : ScalarStyle.Quoted;
        }

        bool plain = text[^1] is not (' ' or ':') && text.IndexOf('\t') < 0 && MayStartPlain(text, text[0])
            && text.IndexOf(": ") < 0 && text.IndexOf(" #") < 0;
        return plain ? ScalarStyle.Plain : ScalarStyle.Quoted;
    }

    // Space at the end of a line would not survive an editor, and space at the start needs an indentation indicator.
    private static bool MayBeLiteral(ReadOnlySpan<char> text) =>
        text[0] is not (' ' or '\t' or '\n') && text[^1] is not (' ' or '\t') && text.IndexOf(" \n") < 0 && text.IndexOf("\t\n") < 0;

    private static byte[] MakeStarts()
    {
        byte[] starts = new byte[128];
        foreach (char c in "0123456789+~yYnNtTfFoO<=")
        {
            starts[c] = 1;
        }

        foreach (char c in Indicators + " -?:.")
        {
            starts[c] = 2;
        }

        return starts;
    }

    /// <summary>Made when the first text needs them, as few texts do.</summary>
    private static class RareCharacters
    {
        // Not printable in YAML 1.1, a line break for some parser, or a byte order mark.
        public static readonly SearchValues<char> Unprintable = SearchValues.Create(
            [.. Characters.Between('\0', '\x1F', "\t\n"), .. Characters.Between('\x7F', '\x9F'), '\u2028', '\u2029', '\uFEFF', '\uFFFE', '\uFFFF']);

        public static readonly SearchValues<char> Escaped = SearchValues.Create(
            [.. Characters.Between('\0', '\x1F'), .. Characters.Between('\x7F', '\x9F'), '"', '\\', '\u2028', '\u2029', '\uFEFF', '\uFFFE', '\uFFFF']);
    }
}
