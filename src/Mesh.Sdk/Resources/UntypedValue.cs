using System.Globalization;

namespace Mesh.Sdk.Resources;

/// <summary>A value whose schema the SDK does not know. Immutable; compares by value, the order of fields left out.</summary>
public sealed class UntypedValue : IResourceValue, IEquatable<UntypedValue>
{
    /// <summary><c>null</c>.</summary>
    public static readonly UntypedValue Null = new(UntypedKind.Null, null, default, default);

    private readonly string? _text;
    private readonly EquatableList<UntypedValue> _items;
    private readonly UntypedFields _fields;

    private UntypedValue(UntypedKind kind, string? text, EquatableList<UntypedValue> items, UntypedFields fields)
    {
        Kind = kind;
        _text = text;
        _items = items;
        _fields = fields;
    }

    /// <summary>Gets the shape.</summary>
    public UntypedKind Kind { get; }

    /// <summary>Gets the text of a string; <see langword="null"/> for other shapes.</summary>
    public string? Text => Kind == UntypedKind.String ? _text : null;

    /// <summary>Gets a number as it was written; <see langword="null"/> for other shapes.</summary>
    public string? Number => Kind == UntypedKind.Number ? _text : null;

    /// <summary>Gets a boolean; <see langword="null"/> for other shapes.</summary>
    public bool? Boolean => Kind == UntypedKind.Boolean ? _text == "true" : null;

    /// <summary>Gets the items of a list; unset for other shapes.</summary>
    public EquatableList<UntypedValue> Items => _items;

    /// <summary>Gets the fields of a map; none for other shapes.</summary>
    public UntypedFields Fields => _fields;

    /// <summary>Holds a text.</summary>
    public static implicit operator UntypedValue(string text) => From(text);

    /// <summary>Holds a number.</summary>
    public static implicit operator UntypedValue(long number) => From(number);

    /// <summary>Holds a boolean.</summary>
    public static implicit operator UntypedValue(bool value) => From(value);

    /// <summary>Holds a text.</summary>
    public static UntypedValue From(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(UntypedKind.String, text, default, default);
    }

    /// <summary>Holds a number.</summary>
    public static UntypedValue From(long number) => FromNumber(number.ToString(CultureInfo.InvariantCulture));

    /// <summary>Holds a boolean.</summary>
    public static UntypedValue From(bool value) => new(UntypedKind.Boolean, value ? "true" : "false", default, default);

    /// <summary>Holds items.</summary>
    public static UntypedValue From(EquatableList<UntypedValue> items) =>
        new(UntypedKind.List, null, items.IsSet ? items : [], default);

    /// <summary>Holds fields.</summary>
    public static UntypedValue From(UntypedFields fields) => new(UntypedKind.Map, null, default, fields);

    /// <summary>Holds a number given as JSON text, kept digit by digit.</summary>
    public static UntypedValue FromNumber(string jsonNumber)
    {
        ArgumentException.ThrowIfNullOrEmpty(jsonNumber);
        return new(UntypedKind.Number, jsonNumber, default, default);
    }

    /// <inheritdoc/>
    public void WriteTo(ResourceWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        switch (Kind)
        {
            case UntypedKind.Null:
                writer.Null();
                break;
            case UntypedKind.Boolean:
                writer.Value(_text == "true");
                break;
            case UntypedKind.Number:
                writer.Number(_text!);
                break;
            case UntypedKind.String:
                writer.Value(_text!);
                break;
            case UntypedKind.List:
                WriteItems(writer);
                break;
            default:
                writer.BeginMap();
                writer.Fields(_fields);
                writer.EndMap();
                break;
        }
    }

    /// <inheritdoc/>
    public bool Equals(UntypedValue? other) =>
        other is not null && Kind == other.Kind && _text == other._text && _items == other._items && _fields == other._fields;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as UntypedValue);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, _text, _items, _fields);

    /// <summary>Returns the shape only, as the value may be secret.</summary>
    public override string ToString() => Kind.ToString();

    private void WriteItems(ResourceWriter writer)
    {
        writer.BeginList();
        foreach (UntypedValue item in _items)
        {
            item.WriteTo(writer);
        }

        writer.EndList();
    }
}
