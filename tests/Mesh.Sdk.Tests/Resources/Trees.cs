using System.Buffers;
using System.Text;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Reading;

namespace Mesh.Sdk.Tests.Resources;

/// <summary>Values without schema, written and read as whole documents.</summary>
internal static class Trees
{
    public static UntypedValue Map(params (string Name, UntypedValue Value)[] fields) =>
        UntypedValue.From(new UntypedFields(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));

    public static UntypedValue List(params UntypedValue[] items) => UntypedValue.From((EquatableList<UntypedValue>)[.. items]);

    public static string ToYaml(params UntypedValue[] documents)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (YamlResourceWriter writer = new(buffer))
        {
            foreach (UntypedValue document in documents)
            {
                document.WriteTo(writer);
            }
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static string ToJson(UntypedValue value, bool indented = false)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (JsonResourceWriter writer = new(buffer, indented))
        {
            value.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static IReadOnlyList<UntypedValue> Read(string text, bool avoidsFastPath = false) => Read(text, avoidsFastPath, out _);

    public static IReadOnlyList<UntypedValue> Read(string text, bool avoidsFastPath, out int fullyParsed)
    {
        ManifestScanner documents = new(text, "test.yaml", ReadLimits.Default) { AvoidsFastPath = avoidsFastPath };
        List<UntypedValue> values = [];
        while (documents.MoveNext())
        {
            documents.Document.Diagnostics.Should().BeEmpty();
            values.Add(documents.Document.Root.ReadUntyped());
        }

        fullyParsed = documents.FullyParsed;
        return values;
    }

    /// <summary>Describes all that a reader makes of a text: values with their places, or findings.</summary>
    public static string Describe(string text, bool avoidsFastPath, out int fullyParsed)
    {
        ManifestScanner documents = new(text, "test.yaml", ReadLimits.Default) { AvoidsFastPath = avoidsFastPath };
        StringBuilder all = new();
        try
        {
            while (documents.MoveNext())
            {
                all.AppendLine("document");
                Describe(documents.Document, all);
            }
        }
        catch (ReadLimitException e)
        {
            all.Append(e.Diagnostic);
        }

        fullyParsed = documents.FullyParsed;
        return all.ToString();
    }

    private static void Describe(NodeDocument document, StringBuilder into)
    {
        foreach (string finding in document.Diagnostics.Select(d => d.ToString()))
        {
            into.AppendLine(finding);
        }

        if (!document.IsEmpty)
        {
            Describe(document, 0, into);
        }
    }

    private static void Describe(NodeDocument document, int index, StringBuilder into)
    {
        ref readonly NodeEntry entry = ref document[index];
        bool isScalar = entry.Kind is UntypedKind.String or UntypedKind.Number or UntypedKind.Boolean;
        into.AppendLine($"{document.PathOf(index)} {entry.Kind} ({entry.Line},{entry.Column}) {(isScalar ? document.TextOf(index).Replace("\n", "\\n", StringComparison.Ordinal) : "")}");
        for (int child = index + 1; child < entry.Next; child = document[child].Next)
        {
            Describe(document, child, into);
        }
    }
}
