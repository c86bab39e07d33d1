using FsCheck;
using FsCheck.Fluent;

namespace Mesh.Sdk.Tests.Resources;

/// <summary>Random texts from the pieces that YAML consists of, most of them nearly well-formed.</summary>
internal static class Manifests
{
    private static readonly string[] Keys = ["a", "b", "c d", "\"e\"", "'f'", "on", "1", "g.h/i", "<<", "\"\\t\"", "x:y"];

    private static readonly string[] Scalars =
    [
        "b", "yes", "1", "0x1f", "-1", "1.5", "~", "\"q\"", "'s'", "\"a\\nb\"", "\"a: b\"", "'it''s'", "b c", "b:c", "b #c", "b#c", "[]", "{}",
        "[a, b]", "{a: b}", "[a, {b: c}]", "|", ">", "|-", "|+", ">-", "|2", "'", "\"", "- x", "a: b", "*a", "&a b", "!!str 1", "\"x\" # y", "b\tc", "", " ",
        "# c", ".inf", "2020-01-01", "---", "-", "--", "?", ": x", "@x", "b ", "[a,b]", "[a b , c]", "{a: , b}", "[]]", "{\"a\":1}", "'a': b", "=", "é", "[-1, -a]",
    ];

    private static readonly string[] Marks = ["---", "...", "", "   ", "# comment", "  # comment", "--- # c", "\t", "--- a"];

    /// <summary>Gets texts of up to a dozen lines.</summary>
    public static Arbitrary<string> Texts { get; } = MakeTexts().ToArbitrary();

    private static Gen<string> MakeTexts()
    {
        Gen<string> indent = Gen.Frequency(
            (4, Gen.Constant("")), (4, Gen.Constant("  ")), (2, Gen.Constant("    ")), (1, Gen.Constant(" ")), (1, Gen.Constant("   ")));
        Gen<string> key = Gen.Elements(Keys);
        Gen<string> scalar = Gen.Elements(Scalars);
        Gen<string> field = from k in key from v in scalar select v.Length == 0 ? $"{k}:" : $"{k}: {v}";
        Gen<string> content = Gen.Frequency(
            (6, field),
            (4, key.Select(k => $"{k}:")),
            (3, field.Select(f => $"- {f}")),
            (2, scalar.Select(s => $"- {s}")),
            (1, key.Select(k => $"- {k}:")),
            (1, Gen.Constant("-")),
            (1, scalar),
            (1, field.Select(f => $"- - {f}")),
            (1, field.Select(f => $"-   {f}")));
        Gen<string> line = Gen.Frequency(
            (8, from i in indent from c in content select i + c),
            (1, Gen.Elements(Marks)));
        Gen<string> end = Gen.Frequency((6, Gen.Constant("\n")), (1, Gen.Constant("\r\n")));
        return from lines in Gen.ListOf(Gen.Zip(line, end).Select(l => l.Item1 + l.Item2))
               from cut in Gen.Frequency((3, Gen.Constant(false)), (1, Gen.Constant(true)))
               let text = string.Concat(lines.Take(12))
               select cut ? text.TrimEnd('\r', '\n') : text;
    }
}
