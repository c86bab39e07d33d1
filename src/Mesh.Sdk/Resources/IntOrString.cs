using System.Globalization;

namespace Mesh.Sdk.Resources;

/// <summary>A number or a text, as Kubernetes' <c>IntOrString</c>: a port by number or name, a count or a percentage.</summary>
public readonly record struct IntOrString : IResourceValue
{
    private readonly string? _text;
    private readonly long _number;

    private IntOrString(long number, string? text) => (_number, _text) = (number, text);

    /// <summary>Gets the number; <see langword="null"/> if it is a text.</summary>
    public long? Number => _text is null ? _number : null;

    /// <summary>Gets the text; <see langword="null"/> if it is a number.</summary>
    public string? Text => _text;

    /// <summary>Holds a number.</summary>
    public static implicit operator IntOrString(long number) => From(number);

    /// <summary>Holds a text.</summary>
    public static implicit operator IntOrString(string text) => From(text);

    /// <summary>Holds a number.</summary>
    public static IntOrString From(long number) => new(number, null);

    /// <summary>Holds a text.</summary>
    public static IntOrString From(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(0, text);
    }

    /// <inheritdoc/>
    public void WriteTo(ResourceWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (_text is null)
        {
            writer.Value(_number);
        }
        else
        {
            writer.Value(_text);
        }
    }

    /// <summary>Returns the number or the text.</summary>
    public override string ToString() => _text ?? _number.ToString(CultureInfo.InvariantCulture);
}
