using System.Buffers;
using System.Text;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Tests.Resources;

/// <summary>The YAML that is written looks as Kubernetes' own.</summary>
public sealed class YamlStyleTests
{
    [TestCase("yes", "\"yes\"")]
    [TestCase("1.0", "\"1.0\"")]
    [TestCase("0x1f", "\"0x1f\"")]
    [TestCase("null", "\"null\"")]
    [TestCase("", "\"\"")]
    [TestCase("2020-10-09", "\"2020-10-09\"")]
    [TestCase("1:30", "\"1:30\"")]
    [TestCase("a: b", "\"a: b\"")]
    [TestCase("*.example.org", "\"*.example.org\"")]
    [TestCase("a\tb", "\"a\\tb\"")]
    [TestCase("a\u2028b", "\"a\\u2028b\"")]
    [TestCase("10.0.0.1", "10.0.0.1")]
    [TestCase("5m", "5m")]
    [TestCase("v1", "v1")]
    [TestCase("http://a/b#c", "http://a/b#c")]
    [TestCase("a, b [c] {d}", "a, b [c] {d}")]
    [TestCase("yesterday", "yesterday")]
    [TestCase("-a", "-a")]
    [TestCase("été 😀", "été 😀")]
    [TestCase("a\nb\n", "|\n  a\n  b")]
    [TestCase("a\n\n  b", "|-\n  a\n\n    b")]
    [TestCase("a\n\n", "|+\n  a\n")]
    [TestCase(" a\nb", "\" a\\nb\"")]
    public void A_text_is_quoted_only_where_it_must_be(string text, string written) =>
        Trees.ToYaml(Trees.Map(("key", text))).Should().Be($"key: {written}\n");

    [Test]
    public void Maps_and_lists_stand_in_blocks_of_two_spaces()
    {
        UntypedValue lists = Trees.List(1, "x", Trees.Map(("c", true), ("d", Trees.List())), Trees.List(Trees.List("e"), Trees.Map()));
        UntypedValue first = Trees.Map(("a", Trees.Map(("b", lists), ("yes", UntypedValue.Null))));

        Trees.ToYaml(first, Trees.Map(("f", Trees.Map()))).Should().Be("""
            a:
              b:
              - 1
              - x
              - c: true
                d: []
              - - - e
                - {}
              "yes": null
            ---
            f: {}

            """);
    }

    [Test]
    public void Half_a_surrogate_pair_is_refused_by_both_writers()
    {
        foreach (string text in new[] { "\uD800", "a\uDC00", "\uDC00\uD800" })
        {
            UntypedValue asValue = Trees.Map(("a", text));
            UntypedValue asName = Trees.Map((text, "a"));
            foreach (Action write in new Action[] { () => Trees.ToYaml(asValue), () => Trees.ToYaml(asName), () => Trees.ToJson(asValue), () => Trees.ToJson(asName) })
            {
                write.Should().Throw<ArgumentException>();
            }
        }
    }

    [TestCase("1e400")]
    [TestCase("abc")]
    [TestCase("01")]
    [TestCase("1\n")]
    public void Only_numbers_are_written_as_numbers(string number)
    {
        UntypedValue value = Trees.Map(("a", UntypedValue.FromNumber(number)));

        value.Invoking(v => Trees.ToYaml(v)).Should().Throw<ArgumentException>();
        value.Invoking(v => Trees.ToJson(v)).Should().Throw<ArgumentException>();
    }

    [Test]
    public void Names_and_values_must_alternate()
    {
        ArrayBufferWriter<byte> buffer = new();
        using YamlResourceWriter writer = new(buffer);
        writer.BeginMap();

        writer.Invoking(w => w.Value("a")).Should().Throw<InvalidOperationException>();
        writer.Invoking(w => w.EndList()).Should().Throw<InvalidOperationException>();
        writer.Name("a"u8);
        writer.Invoking(w => w.Name("b")).Should().Throw<InvalidOperationException>();
        writer.Invoking(w => w.EndMap()).Should().Throw<InvalidOperationException>();
    }

    [Test]
    public void Numbers_are_written_without_culture_and_loss()
    {
        ArrayBufferWriter<byte> buffer = new();
        using (YamlResourceWriter writer = new(buffer))
        {
            writer.BeginList();
            writer.Value(long.MinValue);
            writer.Value(0.1);
            writer.Value(1e21);
            writer.Invoking(w => w.Value(double.NaN)).Should().Throw<ArgumentException>();
            writer.EndList();
        }

        Encoding.UTF8.GetString(buffer.WrittenSpan).Should().Be("- -9223372036854775808\n- 0.1\n- 1E+21\n");
    }
}
