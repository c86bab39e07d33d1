using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Apply.Merging;

/// <summary>
/// Merges two lists whose items are found by key or value. Items that both have come in the desired order, those that only the live list has
/// stay between their neighbours as far as that order lets them (structured-merge-diff, typed/merge.go).
/// </summary>
internal sealed class ListMerge
{
    private readonly MergeSchema _item;
    private readonly (string Element, UntypedValue Value)[] _live;
    private readonly (string Element, UntypedValue Value)[] _desired;
    private readonly Dictionary<string, UntypedValue> _liveByElement;
    private readonly HashSet<string> _desiredElements;
    private readonly Queue<string> _shared;
    private readonly HashSet<string> _done = new(StringComparer.Ordinal);
    private readonly List<UntypedValue> _merged = [];

    public ListMerge(EquatableList<UntypedValue> live, EquatableList<UntypedValue> desired, MergeSchema schema)
    {
        _item = schema.Items ?? MergeSchema.Unknown;
        _live = Elements(live, schema);
        _desired = Elements(desired, schema);
        _liveByElement = _live.ToDictionary(i => i.Element, i => i.Value, StringComparer.Ordinal);
        _desiredElements = _desired.Select(i => i.Element).ToHashSet(StringComparer.Ordinal);
        _shared = new(_desired.Select(i => i.Element).Where(_liveByElement.ContainsKey));
    }

    public IReadOnlyList<UntypedValue> Merge()
    {
        int right = 0;
        foreach ((string element, UntypedValue value) in _live)
        {
            if (!_desiredElements.Contains(element))
            {
                _merged.Add(value);
                continue;
            }

            // A shared item that is not the next in the desired order comes in its turn.
            if (_done.Contains(element) || (_shared.TryPeek(out string? next) && next != element))
            {
                continue;
            }

            while (!_done.Contains(element))
            {
                Take(_desired[right++]);
            }
        }

        while (right < _desired.Length)
        {
            Take(_desired[right++]);
        }

        return _merged;
    }

    private static (string Element, UntypedValue Value)[] Elements(EquatableList<UntypedValue> items, MergeSchema schema) =>
        [.. items.Select(i => (FieldElement.Item(i, schema) ?? "", i)).DistinctBy(i => i.Item1)];

    private void Take((string Element, UntypedValue Value) desired)
    {
        _done.Add(desired.Element);
        _merged.Add(_liveByElement.TryGetValue(desired.Element, out UntypedValue? live) ? TreeMerge.Merge(live, desired.Value, _item) : desired.Value);
        if (_shared.TryPeek(out string? next) && next == desired.Element)
        {
            _shared.Dequeue();
        }
    }
}
