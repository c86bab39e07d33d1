using System.Diagnostics.CodeAnalysis;
using FsCheck;
using FsCheck.Fluent;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Tests.Resources;

/// <summary>Texts and trees of them that are hard to write in YAML.</summary>
internal static class HostileTexts
{
    [SuppressMessage("Style", "IDE0055", Justification = "A table.")]
    public static readonly string[] Known =
    [
        "", " ", "  a", "a ", "\t", "\ta", "a\t", "a\tb", "\n", "\n\n", "a\n", "a\n\n", "a\n\n\n", "a\nb", "a\nb\n", "\na", " a\nb", "a\n b\n", "a \nb", "a\n \nb", "a\n\tb\n",
        "a\r\nb", "\r", "# a", "a #b", "a# b", "a: b", "a:b", "a:", ":", ": a", ":a", "- a", "-a", "-", "--", "---", "--- a", "---a", "...", "...a", "? a", "?a", "?", "[a", "]", "{a", "}", ",a", "&a",
        "*a", "!a", "!!str a", "|", ">", "|-\na", "'", "'a'", "\"", "\"a\"", "a\"b", "a'b", "%a", "@a", "`a", "a, b", "[]", "{}", "a [b]", "<<", "=", "<", "<<<",
        "y", "Y", "n", "N", "yes", "Yes", "YES", "yEs", "no", "No", "NO", "on", "On", "ON", "off", "Off", "OFF", "true", "True", "TRUE", "tRue", "false", "False", "FALSE",
        "null", "Null", "NULL", "nULL", "~", "~a", "0", "1", "-1", "+1", "00", "01", "08", "0x1F", "0X1f", "0xg", "0o17", "0b11", "0b2", "0b-1", "1_000", "_1", "1_", "-0x1", "+0b1",
        "1.0", "1.", ".5", "-.5", "+.5", "1e3", "1E-3", "1e", "e1", ".e1", "1.5.6", "1.2.3.4", "._5", ".5_0", "1e400", "-1e999", ".inf", "-.inf", "+.INF", ".Inf", ".nan", ".NaN", ".", "..", "inf", "nan",
        "1:30", "1:30:45.5", "190:20:30", "1:99", "12:30", "2020-01-01", "2020-1-1", "2020-01-01T00:00:00Z", "2020-01-01 00:00:00", "2020-01", "20200101", "123456789012345678901234567890",
        "0777777777777777777777777", "18446744073709551616", "-9223372036854775809", "\u0085", "a\u0085b", "\u2028", "a\u2029b", "\uFEFFa", "a\uFEFF", "\u0000", "\u0007", "\u001b[0m", "\u007f", "\u009f",
        "\u00a0", "\u00a0a", "é", "日本", "😀", "a 😀 b", "\uFFFD", "\uFFFE", "\uFFFF", "\\", "a\\nb", "a: |\n  b", "key: value\n- item\n", "# c\na\n", "a\n# c\n", "a\n---\nb", "a\n...\n", "very " + "long",
    ];

    private static readonly string Alphabet = " \t\n\r:#-?[]{},&*!|>'\"%@`=<~.+_0123456789abefinoxyzNOTUY\\/\0\u0007\u0085\u00a0é\u2028\uFEFF日";

    private static readonly Gen<string> OfAlphabet =
        from characters in Gen.ListOf(Gen.Elements(Alphabet.ToCharArray())) select new string([.. characters.Take(30)]);

    /// <summary>Gets texts, valid UTF-16 all of them.</summary>
    public static Gen<string> Texts { get; } = Gen.Frequency(
        (4, Gen.Elements(Known)),
        (3, OfAlphabet),
        (1, from a in Gen.Elements(Known) from b in Gen.Elements(Known) select a + b),
        (1, from a in Gen.Elements(Known) from b in Gen.Elements(Known) select a + "\n" + b),
        (1, Gen.Elements("frontpage", "networking.istio.io/v1", "a.b.svc.cluster.local")));

    /// <summary>Gets maps that can stand as documents.</summary>
    public static Arbitrary<UntypedValue> Documents { get; } =
        Arb.From(Map(3).Where(map => map.Fields.Count > 0), Shrink);

    private static Gen<UntypedValue> Value(int depth)
    {
        Gen<UntypedValue> scalar = Gen.Frequency(
            (6, Texts.Select(UntypedValue.From)),
            (1, Gen.Constant(UntypedValue.Null)),
            (1, Gen.Elements(UntypedValue.From(true), UntypedValue.From(false))),
            (1, Gen.Elements("0", "-1", "1.5", "1e3", "-0", "0.10", "1E+21", "123456789012345678901234567890", "9223372036854775807").Select(UntypedValue.FromNumber)));
        return depth == 0 ? scalar : Gen.Frequency((4, scalar), (2, Map(depth - 1)), (2, List(depth - 1)));
    }

    private static Gen<UntypedValue> Map(int depth) =>
        from fields in Gen.ListOf(Gen.Zip(Texts, Value(depth)))
        select UntypedValue.From(new UntypedFields(fields.Take(4).DistinctBy(f => f.Item1).Select(f => KeyValuePair.Create(f.Item1, f.Item2))));

    private static Gen<UntypedValue> List(int depth) =>
        from items in Gen.ListOf(Value(depth))
        select UntypedValue.From(items.Take(4).ToEquatableList());

    private static IEnumerable<UntypedValue> Shrink(UntypedValue map)
    {
        foreach ((string name, _) in (IEnumerable<KeyValuePair<string, UntypedValue>>)map.Fields)
        {
            if (map.Fields.Count > 1)
            {
                yield return UntypedValue.From(map.Fields.Without(name));
            }
        }

        foreach ((string name, UntypedValue value) in (IEnumerable<KeyValuePair<string, UntypedValue>>)map.Fields)
        {
            foreach (UntypedValue smaller in value.Kind == UntypedKind.Map ? Shrink(value) : value.Items)
            {
                yield return UntypedValue.From(map.Fields.With(name, smaller));
            }
        }
    }
}
