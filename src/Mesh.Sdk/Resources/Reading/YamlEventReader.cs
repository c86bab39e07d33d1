using System.Runtime.CompilerServices;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Mesh.Sdk.Resources.Reading;

/// <summary>Reads any YAML document with YamlDotNet's parser, and makes of it what go-yaml v2 and sigs.k8s.io/yaml make of it.</summary>
internal sealed partial class YamlEventReader
{
    private const string TagPrefix = "tag:yaml.org,2002:";

    private readonly YamlEvents _events;
    private readonly NodeDocument _document;
    private readonly ReadLimits _limits;
    private int _merged;

    private YamlEventReader(YamlEvents events, NodeDocument document, ReadLimits limits) =>
        (_events, _document, _limits) = (events, document, limits);

    /// <summary>Reads a document.</summary>
    /// <param name="yaml">The document.</param>
    /// <param name="document">Receives the values.</param>
    /// <param name="limits">Bounds for values, depth and aliases.</param>
    /// <param name="start">Where the document begins in the whole text.</param>
    public static void Read(string yaml, NodeDocument document, ReadLimits limits, TextCursor start)
    {
        YamlEvents events = YamlEvents.Parse(yaml, document, limits, start);
        if (events.Count > 0)
        {
            new YamlEventReader(events, document, limits).Emit(0);
        }
    }

    private void Emit(int index)
    {
        index = _events.Resolve(index);
        ParsingEvent parsed = _events[index];
        (int line, int column) = _events.PlaceOf(parsed);
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new ReadLimitException(ReadingDiagnostics.TooDeep.At("", _limits.MaxDepth) with { Position = _document.PositionAt(line, column) });
        }

        switch (parsed)
        {
            case Scalar scalar:
                EmitScalar(scalar, line, column);
                break;
            case SequenceStart sequence:
                CheckTag(sequence, "seq");
                _document.Begin(UntypedKind.List, line, column);
                EmitItems(index);
                _document.End();
                break;
            case MappingStart mapping:
                CheckTag(mapping, "map");
                _document.Begin(UntypedKind.Map, line, column);
                EmitFields(index);
                _document.End();
                break;
        }
    }

    private void EmitItems(int list)
    {
        for (int item = list + 1; _events[item] is not SequenceEnd; item = _events.Next(item))
        {
            Emit(item);
        }
    }

    private void EmitFields(int map)
    {
        if (HasMerge(map))
        {
            foreach ((string name, int value) in Merge(map))
            {
                _document.Name(name);
                Emit(value);
            }

            return;
        }

        for (int key = map + 1; _events[key] is not MappingEnd; key = _events.Next(_events.Next(key)))
        {
            _document.Name(NameOf(key));
            Emit(_events.Next(key));
        }
    }

    private string NameOf(int key)
    {
        ParsingEvent parsed = _events[_events.Resolve(key)];
        if (parsed is not Scalar scalar)
        {
            throw _events.Error(_events[key], "a map or list can't be the name of a field");
        }

        PlainScalarMeaning meaning = MeaningOf(scalar, out string? number);
        return meaning switch
        {
            PlainScalarMeaning.String => scalar.Value,
            PlainScalarMeaning.True => "true",
            PlainScalarMeaning.False => "false",
            PlainScalarMeaning.Number => FieldNumber.ToName(number ?? scalar.Value),
            PlainScalarMeaning.NotFinite => FieldNumber.ToNotFiniteName(scalar.Value),
            _ => throw _events.Error(scalar, "null can't be the name of a field"),
        };
    }

    private void EmitScalar(Scalar scalar, int line, int column)
    {
        PlainScalarMeaning meaning = MeaningOf(scalar, out string? number);
        switch (meaning)
        {
            case PlainScalarMeaning.Null:
                _document.Scalar(UntypedKind.Null, "", line, column);
                break;
            case PlainScalarMeaning.True or PlainScalarMeaning.False:
                _document.Scalar(UntypedKind.Boolean, meaning == PlainScalarMeaning.True ? "true" : "false", line, column);
                break;
            case PlainScalarMeaning.Number:
                _document.Scalar(UntypedKind.Number, number ?? scalar.Value, line, column);
                break;
            case PlainScalarMeaning.NotFinite:
                throw _events.Error(scalar, "JSON and so Kubernetes can't hold infinity or not-a-number", scalar.Value);
            default:
                _document.Scalar(UntypedKind.String, scalar.Value, line, column);
                break;
        }
    }

    private PlainScalarMeaning MeaningOf(Scalar scalar, out string? number)
    {
        number = null;
        if (scalar.Tag.IsEmpty)
        {
            return scalar.Style == ScalarStyle.Plain ? PlainScalar.Resolve(scalar.Value, out number) : PlainScalarMeaning.String;
        }

        string tag = TagOf(scalar);
        if (tag is "str" or "timestamp" or "merge")
        {
            return PlainScalarMeaning.String;
        }

        PlainScalarMeaning meaning = PlainScalar.Resolve(scalar.Value, out number);
        bool fits = tag switch
        {
            "int" => meaning == PlainScalarMeaning.Number && (number ?? scalar.Value).AsSpan().IndexOfAny('.', 'e', 'E') < 0,
            "float" => meaning is PlainScalarMeaning.Number or PlainScalarMeaning.NotFinite,
            "bool" => meaning is PlainScalarMeaning.True or PlainScalarMeaning.False,
            "null" => meaning == PlainScalarMeaning.Null,
            _ => throw UnknownTag(scalar),
        };
        return fits ? meaning : throw _events.Error(scalar, "the value does not fit its tag", scalar.Tag.Value);
    }

    private string TagOf(NodeEvent node)
    {
        if (node.Tag.IsEmpty || node.Tag.IsNonSpecific)
        {
            return node is Scalar ? "str" : "";
        }

        return node.Tag.Value.StartsWith(TagPrefix, StringComparison.Ordinal) ? node.Tag.Value[TagPrefix.Length..] : throw UnknownTag(node);
    }

    private void CheckTag(NodeEvent collection, string expected)
    {
        if (TagOf(collection) is { Length: > 0 } tag && tag != expected)
        {
            throw UnknownTag(collection);
        }
    }

    private ManifestSyntaxException UnknownTag(NodeEvent node) =>
        _events.Error(node, "manifests have no use for this tag", node.Tag.Value);
}
