using System.Globalization;
using System.Text.RegularExpressions;
using Mesh.Sdk.Resources;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Mesh.Sdk.Tests.Resources;

/// <summary>Reads YAML with YamlDotNet's parser and the type expressions of yaml.org/type, independent of the SDK's reading.</summary>
internal static partial class IndependentYaml
{
    public static IReadOnlyList<UntypedValue> Read(string yaml)
    {
        Parser parser = new(new StringReader(yaml));
        List<UntypedValue> documents = [];
        parser.Consume<StreamStart>();
        while (parser.TryConsume<DocumentStart>(out _))
        {
            documents.Add(Value(parser));
            parser.Consume<DocumentEnd>();
        }

        return documents;
    }

    private static UntypedValue Value(Parser parser)
    {
        if (parser.TryConsume<Scalar>(out Scalar? scalar))
        {
            scalar.Tag.IsEmpty.Should().BeTrue();
            scalar.Anchor.IsEmpty.Should().BeTrue();
            return scalar.Style == ScalarStyle.Plain ? Plain(scalar.Value) : UntypedValue.From(scalar.Value);
        }

        if (parser.TryConsume<SequenceStart>(out _))
        {
            List<UntypedValue> items = [];
            while (!parser.TryConsume<SequenceEnd>(out _))
            {
                items.Add(Value(parser));
            }

            return UntypedValue.From(items.ToEquatableList());
        }

        parser.Consume<MappingStart>();
        List<KeyValuePair<string, UntypedValue>> fields = [];
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            UntypedValue name = Value(parser);
            name.Kind.Should().Be(UntypedKind.String, "a name must not turn into something else");
            fields.Add(new(name.Text!, Value(parser)));
        }

        return UntypedValue.From(new UntypedFields(fields));
    }

    private static UntypedValue Plain(string text)
    {
        if (Null().IsMatch(text))
        {
            return UntypedValue.Null;
        }

        if (Boolean().IsMatch(text))
        {
            return UntypedValue.From("yYtToO".Contains(text[0], StringComparison.Ordinal) && !text.StartsWith("of", StringComparison.OrdinalIgnoreCase));
        }

        text.Should().NotMatchRegex(Special().ToString(), "such a text needs quotes");
        return Number().IsMatch(text) && double.IsFinite(double.Parse(text, CultureInfo.InvariantCulture))
            ? UntypedValue.FromNumber(text)
            : UntypedValue.From(text);
    }

    [GeneratedRegex("^(~|null|Null|NULL|)$")]
    private static partial Regex Null();

    [GeneratedRegex("^(y|Y|yes|Yes|YES|n|N|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)$")]
    private static partial Regex Boolean();

    [GeneratedRegex("^-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?$")]
    private static partial Regex Number();

    // Other numbers, base 60, infinity, timestamps, merge and value keys.
    [GeneratedRegex(
        "^([-+]?0b[0-1_]+|[-+]?0[0-7_]+|[-+]?0x[0-9a-fA-F_]+|[-+]?0o[0-7]+|\\+[0-9][0-9_]*(\\.[0-9_]*)?([eE][-+]?[0-9]+)?|[-+]?[1-9][0-9_]*(:[0-5]?[0-9])+(\\.[0-9_]*)?|[-+]?[0-9]+\\.|[-+]?\\.[0-9]+([eE][-+]?[0-9]+)?"
        + "|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)|[0-9]{4}-[0-9]{2}-[0-9]{2}([Tt ][0-9].*)?|<<|=)$")]
    private static partial Regex Special();
}
