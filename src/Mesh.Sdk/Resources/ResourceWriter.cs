using System.Globalization;

namespace Mesh.Sdk.Resources;

/// <summary>
/// Receives a resource field by field. Names and values alternate inside maps. The <c>Field</c> methods leave out what is unset.
/// </summary>
public abstract class ResourceWriter
{
    /// <summary>Gets which version of each kind is written; by default the current one.</summary>
    public TargetVersions TargetVersions { get; init; } = TargetVersions.Current;

    /// <summary>Starts a map.</summary>
    public abstract void BeginMap();

    /// <summary>Ends a map.</summary>
    public abstract void EndMap();

    /// <summary>Starts a list.</summary>
    public abstract void BeginList();

    /// <summary>Ends a list.</summary>
    public abstract void EndList();

    /// <summary>Writes a field name that is ASCII and needs no quotes.</summary>
    public abstract void Name(ReadOnlySpan<byte> name);

    /// <summary>Writes any field name.</summary>
    public abstract void Name(string name);

    /// <summary>Writes a text.</summary>
    public abstract void Value(string value);

    /// <summary>Writes a whole number.</summary>
    public abstract void Value(long value);

    /// <summary>Writes a number.</summary>
    public abstract void Value(double value);

    /// <summary>Writes a boolean.</summary>
    public abstract void Value(bool value);

    /// <summary>Writes a duration as Go duration text.</summary>
    public virtual void Value(TimeSpan value) => Value(GoDuration.Format(value));

    /// <summary>Writes a value of an enum.</summary>
    /// <param name="value">The value.</param>
    /// <param name="textOf">Gives the text of a value, or <see langword="null"/> if the enum has no such value.</param>
    /// <exception cref="UndefinedEnumException">The enum has no such value.</exception>
    public void Value<T>(T value, Func<T, string?> textOf)
        where T : struct, Enum
    {
        ArgumentNullException.ThrowIfNull(textOf);
        if (textOf(value) is { } text)
        {
            Value(text);
        }
        else
        {
            Undefined(typeof(T).Name, value.ToString("D"), () => Enum.GetValues<T>().Select(textOf).OfType<string>());
        }
    }

    /// <summary>Writes a number given as JSON text.</summary>
    public abstract void Number(string jsonNumber);

    /// <summary>Writes <c>null</c>.</summary>
    public abstract void Null();

    /// <summary>Writes <c>apiVersion</c> and <c>kind</c>.</summary>
    public void TypeMeta(ResourceKind kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        Name("apiVersion"u8);
        Value(TargetVersions.ApiVersionOf(kind));
        Name("kind"u8);
        Value(kind.Name);
    }

    /// <summary>Writes a text field.</summary>
    public void Field(ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            Name(name);
            Value(value);
        }
    }

    /// <summary>Writes a whole number field.</summary>
    public void Field(ReadOnlySpan<byte> name, long? value)
    {
        if (value is { } number)
        {
            Name(name);
            Value(number);
        }
    }

    /// <summary>Writes a number field.</summary>
    public void Field(ReadOnlySpan<byte> name, double? value)
    {
        if (value is { } number)
        {
            Name(name);
            Value(number);
        }
    }

    /// <summary>Writes a boolean field.</summary>
    public void Field(ReadOnlySpan<byte> name, bool? value)
    {
        if (value is { } boolean)
        {
            Name(name);
            Value(boolean);
        }
    }

    /// <summary>Writes a duration field as Go duration text.</summary>
    public void Field(ReadOnlySpan<byte> name, TimeSpan? value)
    {
        if (value is { } duration)
        {
            Name(name);
            Value(duration);
        }
    }

    /// <summary>Writes a time field as RFC 3339 text.</summary>
    public void Field(ReadOnlySpan<byte> name, DateTimeOffset? value)
    {
        if (value is { } time)
        {
            Name(name);
            Value(time.Offset == TimeSpan.Zero
                ? time.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture)
                : time.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Writes a field with a value of an enum.</summary>
    /// <param name="name">Field name.</param>
    /// <param name="value">The value.</param>
    /// <param name="textOf">Gives the text of a value, or <see langword="null"/> if the enum has no such value.</param>
    /// <exception cref="UndefinedEnumException">The enum has no such value.</exception>
    public void Field<T>(ReadOnlySpan<byte> name, T? value, Func<T, string?> textOf)
        where T : struct, Enum
    {
        if (value is { } choice)
        {
            Name(name);
            Value(choice, textOf);
        }
    }

    /// <summary>Writes a number-or-text field.</summary>
    public void Field(ReadOnlySpan<byte> name, IntOrString? value)
    {
        if (value is { } number)
        {
            Name(name);
            number.WriteTo(this);
        }
    }

    /// <summary>Writes an object field.</summary>
    public void Field(ReadOnlySpan<byte> name, IResourceValue? value)
    {
        if (value is not null)
        {
            Name(name);
            value.WriteTo(this);
        }
    }

    /// <summary>Writes a list field whose items the caller writes.</summary>
    public void Field<T>(ReadOnlySpan<byte> name, EquatableList<T> items, Action<ResourceWriter, T> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        if (!items.IsSet)
        {
            return;
        }

        Name(name);
        Items(items, write);
    }

    /// <summary>Writes a list whose items the caller writes.</summary>
    public void Items<T>(EquatableList<T> items, Action<ResourceWriter, T> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        BeginList();
        foreach (T item in items)
        {
            ValueOrNull(item, write);
        }

        EndList();
    }

    /// <summary>Writes a list of objects.</summary>
    public void Field<T>(ReadOnlySpan<byte> name, EquatableList<T> items)
        where T : IResourceValue => Field(name, items, static (writer, item) => item.WriteTo(writer));

    /// <summary>Writes a list of texts.</summary>
    public void Field(ReadOnlySpan<byte> name, EquatableList<string> items) =>
        Field(name, items, static (writer, item) => writer.Value(item));

    /// <summary>Writes a map field whose values the caller writes.</summary>
    public void Field<T>(ReadOnlySpan<byte> name, EquatableMap<T> entries, Action<ResourceWriter, T> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        if (!entries.IsSet)
        {
            return;
        }

        Name(name);
        BeginMap();
        foreach ((string key, T value) in entries)
        {
            Name(key);
            ValueOrNull(value, write);
        }

        EndMap();
    }

    /// <summary>Writes a map of objects.</summary>
    public void Field<T>(ReadOnlySpan<byte> name, EquatableMap<T> entries)
        where T : IResourceValue => Field(name, entries, static (writer, value) => value.WriteTo(writer));

    /// <summary>Writes a map of texts.</summary>
    public void Field(ReadOnlySpan<byte> name, EquatableMap<string> entries) =>
        Field(name, entries, static (writer, value) => writer.Value(value));

    /// <summary>Writes fields that a schema does not know.</summary>
    public void Fields(UntypedFields fields)
    {
        foreach ((string name, UntypedValue value) in fields)
        {
            Name(name);
            value.WriteTo(this);
        }
    }

    // C# code may put null where the types allow none.
    private void ValueOrNull<T>(T value, Action<ResourceWriter, T> write)
    {
        if (value is null)
        {
            Null();
        }
        else
        {
            write(this, value);
        }
    }

    private protected virtual void Undefined(string type, string number, Func<IEnumerable<string>> texts) => throw new UndefinedEnumException(type, number);
}
