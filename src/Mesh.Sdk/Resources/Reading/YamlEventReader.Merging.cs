using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Mesh.Sdk.Resources.Reading;

/// <content>Merge keys.</content>
internal sealed partial class YamlEventReader
{
    private bool HasMerge(int map)
    {
        bool found = false;
        for (int key = map + 1; !found && _events[key] is not MappingEnd; key = _events.Next(_events.Next(key)))
        {
            found = IsMerge(key);
        }

        return found;
    }

    /// <summary>Collects fields as go-yaml v2 does: in order, a later one taking the place of an earlier one that was merged.</summary>
    private List<(string Name, int Value)> Merge(int map)
    {
        List<(string Name, int Value)> fields = [];
        Dictionary<string, int> merged = new(StringComparer.Ordinal);
        for (int key = map + 1; _events[key] is not MappingEnd; key = _events.Next(_events.Next(key)))
        {
            int value = _events.Next(key);
            CountMerged(key);
            if (!IsMerge(key))
            {
                string name = NameOf(key);
                if (merged.Remove(name, out int place))
                {
                    fields[place] = (name, value);
                }
                else
                {
                    fields.Add((name, value));
                }

                continue;
            }

            foreach ((string name, int mergedValue) in MapsToMerge(value).SelectMany(Merge))
            {
                Set(fields, merged, name, mergedValue);
            }
        }

        return fields;
    }

    private static void Set(List<(string Name, int Value)> fields, Dictionary<string, int> merged, string name, int value)
    {
        int place = merged.TryGetValue(name, out int known) ? known : fields.FindIndex(f => f.Name == name);
        if (place < 0)
        {
            merged[name] = fields.Count;
            fields.Add((name, value));
        }
        else
        {
            fields[place] = (name, value);
        }
    }

    // Of several maps the first has precedence, so it comes last.
    private List<int> MapsToMerge(int value)
    {
        int target = _events.Resolve(value);
        List<int> maps = [];
        if (_events[target] is MappingStart)
        {
            maps.Add(target);
        }
        else if (target == value && _events[value] is SequenceStart)
        {
            for (int item = value + 1; _events[item] is not SequenceEnd; item = _events.Next(item))
            {
                maps.Insert(0, _events.Resolve(item));
            }
        }

        return maps.Count > 0 && maps.TrueForAll(m => _events[m] is MappingStart)
            ? maps
            : throw _events.Error(_events[value], "only a map or a list of maps can be merged with '<<'");
    }

    private void CountMerged(int key)
    {
        if (++_merged > _limits.MaxNodesPerDocument)
        {
            (int line, int column) = _events.PlaceOf(_events[key]);
            throw new ReadLimitException(ReadingDiagnostics.TooManyNodes.At("", _limits.MaxNodesPerDocument) with { Position = _document.PositionAt(line, column) });
        }
    }

    private bool IsMerge(int key) =>
        _events[key] is Scalar { Value: "<<" } scalar
        && (scalar.Tag.IsEmpty ? scalar.Style == ScalarStyle.Plain : scalar.Tag.Value == TagPrefix + "merge");
}
