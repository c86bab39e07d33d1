using System.Text;

namespace Mesh.Sdk.Resources;

/// <summary>A text that must not be shown: it compares by value, but prints as <c>***</c>.</summary>
public readonly struct SecretText : IResourceValue, IEquatable<SecretText>
{
    private readonly string? _text;

    /// <summary>Holds a text.</summary>
    public SecretText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _text = text;
    }

    /// <summary>Holds a text.</summary>
    public static implicit operator SecretText(string text) => new(text);

    /// <summary>Compares two texts.</summary>
    public static bool operator ==(SecretText left, SecretText right) => left.Equals(right);

    /// <summary>Compares two texts.</summary>
    public static bool operator !=(SecretText left, SecretText right) => !left.Equals(right);

    /// <summary>Reads a text.</summary>
    public static SecretText Read(ResourceNode node) => new(node.ReadString() ?? "");

    /// <summary>Holds the Base64 form of a text, as <c>data</c> of a Secret needs it.</summary>
    public static SecretText ToBase64(string text) => new(Convert.ToBase64String(Encoding.UTF8.GetBytes(text)));

    /// <summary>Returns the text itself.</summary>
    public string Reveal() => _text ?? "";

    /// <inheritdoc/>
    public void WriteTo(ResourceWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Value(Reveal());
    }

    /// <inheritdoc/>
    public bool Equals(SecretText other) => Reveal() == other.Reveal();

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is SecretText other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Reveal().GetHashCode(StringComparison.Ordinal);

    /// <summary>Returns <c>***</c>.</summary>
    public override string ToString() => "***";
}
