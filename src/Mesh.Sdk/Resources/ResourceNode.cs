using System.Globalization;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources.Reading;

namespace Mesh.Sdk.Resources;

/// <summary>
/// A value of a document that is being read, with its place. The <c>Read</c> methods return unset and report a finding
/// when the value has another shape, so that one pass finds everything. <c>null</c> reads as unset.
/// </summary>
public readonly struct ResourceNode
{
    private readonly NodeDocument _document;
    private readonly int _index;

    internal ResourceNode(NodeDocument document, int index) => (_document, _index) = (document, index);

    /// <summary>Gets the shape of the value.</summary>
    public UntypedKind Kind => _document[_index].Kind;

    /// <summary>Gets the place in the object, such as <c>spec.http[0].route</c>.</summary>
    public string Path => _document.PathOf(_index);

    /// <summary>Gets the place in the text.</summary>
    public SourcePosition Position => _document.PositionOf(_index);

    /// <summary>Reads the fields of a map.</summary>
    public FieldEnumerable ReadFields() => new(_document, Is(UntypedKind.Map) ? _index : -1);

    /// <summary>Reads a text.</summary>
    public string? ReadString() => Is(UntypedKind.String) ? _document.TextOf(_index) : null;

    /// <summary>Reads a boolean.</summary>
    public bool? ReadBoolean() => Is(UntypedKind.Boolean) ? _document.SpanOf(_index) is "true" : null;

    /// <summary>Reads a whole number.</summary>
    public long? ReadInt64()
    {
        if (!Is(UntypedKind.Number))
        {
            return null;
        }

        if (long.TryParse(_document.SpanOf(_index), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value))
        {
            return value;
        }

        Report(ReadingDiagnostics.NotAWholeNumber, Excerpt());
        return null;
    }

    /// <summary>Reads a whole number of 32 bits.</summary>
    public int? ReadInt32()
    {
        if (ReadInt64() is not { } value)
        {
            return null;
        }

        if (value is >= int.MinValue and <= int.MaxValue)
        {
            return (int)value;
        }

        Report(ReadingDiagnostics.OutOfRange, Excerpt(), int.MinValue, int.MaxValue);
        return null;
    }

    /// <summary>Reads a number.</summary>
    public double? ReadDouble() =>
        Is(UntypedKind.Number) ? double.Parse(_document.SpanOf(_index), CultureInfo.InvariantCulture) : null;

    /// <summary>Reads a duration given as Go duration text.</summary>
    public TimeSpan? ReadDuration()
    {
        if (!Is(UntypedKind.String))
        {
            return null;
        }

        if (GoDuration.TryParse(_document.SpanOf(_index), out TimeSpan duration))
        {
            return duration;
        }

        Report(ReadingDiagnostics.NotADuration, Excerpt());
        return null;
    }

    /// <summary>Reads a time given as RFC 3339 text.</summary>
    public DateTimeOffset? ReadTime()
    {
        if (!Is(UntypedKind.String))
        {
            return null;
        }

        if (DateTimeOffset.TryParse(_document.SpanOf(_index), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time))
        {
            return time;
        }

        Report(ReadingDiagnostics.NotATime, Excerpt());
        return null;
    }

    /// <summary>Reads a number or a text.</summary>
    public IntOrString? ReadIntOrString() => Kind switch
    {
        UntypedKind.Number => ReadInt64() is { } number ? IntOrString.From(number) : default(IntOrString?),
        _ => ReadString() is { } text ? IntOrString.From(text) : default(IntOrString?),
    };

    /// <summary>Reads one of the texts that an enum allows.</summary>
    /// <param name="parse">Gives the value of a text, or <see langword="null"/>.</param>
    /// <param name="allowed">All texts, for the message.</param>
    public T? ReadEnum<T>(Func<string, T?> parse, string allowed)
        where T : struct, Enum
    {
        ArgumentNullException.ThrowIfNull(parse);
        if (ReadString() is not { } text)
        {
            return null;
        }

        T? value = parse(text);
        if (value is null)
        {
            string suggestion = _document.IsSecret ? "" : Suggestion.For(text, allowed.Split(", "));
            Report(ReadingDiagnostics.NotAllowed, Excerpt(), allowed, suggestion);
        }

        return value;
    }

    /// <summary>Reads an object.</summary>
    public T? ReadObject<T>(Func<ResourceNode, T> read)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(read);
        return Is(UntypedKind.Map) ? read(this) : null;
    }

    /// <summary>Reads a list. Items that are <c>null</c> are reported.</summary>
    public EquatableList<T> ReadList<T>(Func<ResourceNode, T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        if (!Is(UntypedKind.List))
        {
            return default;
        }

        T[] items = new T[_document.CountOf(_index)];
        int child = _index + 1;
        for (int i = 0; i < items.Length; i++)
        {
            items[i] = new ResourceNode(_document, child).ReadPresent(read, "list item");
            child = _document[child].Next;
        }

        return new EquatableList<T>(items);
    }

    /// <summary>Reads a list of texts.</summary>
    public EquatableList<string> ReadStrings() => ReadList(static node => node.ReadString() ?? "");

    /// <summary>Reads a map with free keys. Objects that are <c>null</c> are reported.</summary>
    public EquatableMap<T> ReadMap<T>(Func<ResourceNode, T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        if (!Is(UntypedKind.Map))
        {
            return default;
        }

        KeyValuePair<string, T>[] entries = new KeyValuePair<string, T>[_document.CountOf(_index)];
        int count = 0;
        foreach (ResourceField field in ReadFields())
        {
            T value = IsObject<T>() ? field.Value.ReadPresent(read, "map entry") : read(field.Value);
            entries[count++] = new(field.Name, value);
        }

        return EquatableMap.Create<T>(entries.AsSpan(0, count));
    }

    /// <summary>Reads a map of texts.</summary>
    public EquatableMap<string> ReadStringMap() => ReadMap(static node => node.ReadString() ?? "");

    /// <summary>Reads whatever stands here.</summary>
    public UntypedValue ReadUntyped() => Kind switch
    {
        UntypedKind.Null => UntypedValue.Null,
        UntypedKind.Boolean => UntypedValue.From(_document.SpanOf(_index) is "true"),
        UntypedKind.Number => UntypedValue.FromNumber(_document.TextOf(_index)),
        UntypedKind.String => UntypedValue.From(_document.TextOf(_index)),
        UntypedKind.List => UntypedValue.From(ReadList(static node => node.ReadUntyped())),
        _ => UntypedValue.From(ReadUntypedFields()),
    };

    /// <summary>Reads a map without schema.</summary>
    public UntypedFields ReadUntypedFields()
    {
        UntypedFieldsBuilder fields = default;
        foreach (ResourceField field in ReadFields())
        {
            fields.Add(field);
        }

        return fields.Build();
    }

    /// <summary>Reports a finding at this place.</summary>
    /// <param name="descriptor">What is wrong.</param>
    /// <param name="arguments">Values for the message; text of the document only as <see cref="Excerpt"/>.</param>
    public void Report(DiagnosticDescriptor descriptor, params object?[] arguments)
    {
        ArgumentNullException.ThrowIfNull(descriptor);
        if (_document.HasRoomForFindings)
        {
            _document.Report(descriptor.At(Path, arguments) with { Position = Position });
        }
        else
        {
            _document.HasMoreFindings = true;
        }
    }

    /// <summary>Returns the text of a value, shortened, for a message; never that of a Secret.</summary>
    public string Excerpt() => _document.ExcerptOf(_index);

    /// <summary>Returns the place, never the value.</summary>
    public override string ToString() => $"{Position} {Path}";

    private static bool IsObject<T>() => typeof(IResourceValue).IsAssignableFrom(typeof(T));

    // A null in place of an object is kept, for rules that look at what could be read.
    private T ReadPresent<T>(Func<ResourceNode, T> read, string what)
    {
        if (Kind != UntypedKind.Null || typeof(T) == typeof(UntypedValue))
        {
            return read(this);
        }

        Report(ReadingDiagnostics.NullItem, what);
        return IsObject<T>() ? default! : read(this);
    }

    private bool Is(UntypedKind expected)
    {
        UntypedKind actual = Kind;
        if (actual == expected)
        {
            return true;
        }

        if (actual != UntypedKind.Null)
        {
            Report(ReadingDiagnostics.WrongShape, Excerpt(), ReadingDiagnostics.NameOf(actual), ReadingDiagnostics.NameOf(expected));
        }

        return false;
    }

    /// <summary>The fields of a map, in the order of the document.</summary>
    public readonly struct FieldEnumerable
    {
        private readonly NodeDocument _document;
        private readonly int _map;

        internal FieldEnumerable(NodeDocument document, int map) => (_document, _map) = (document, map);

        /// <summary>Enumerates without allocating.</summary>
        public FieldEnumerator GetEnumerator() => new(_document, _map);
    }

    /// <summary>Walks the fields of a map.</summary>
    public struct FieldEnumerator
    {
        private readonly NodeDocument _document;
        private readonly int _end;
        private int _next;

        internal FieldEnumerator(NodeDocument document, int map)
        {
            _document = document;
            _next = map + 1;
            _end = map < 0 ? 0 : document[map].Next;
        }

        /// <summary>Gets the field.</summary>
        public ResourceField Current { get; private set; }

        /// <summary>Goes to the next field.</summary>
        public bool MoveNext()
        {
            while (_next < _end)
            {
                int index = _next;
                ref readonly NodeEntry entry = ref _document[index];
                _next = entry.Next;
                if (!entry.IsRepeated)
                {
                    Current = new ResourceField(entry.Name!, new ResourceNode(_document, index));
                    return true;
                }
            }

            return false;
        }
    }
}
