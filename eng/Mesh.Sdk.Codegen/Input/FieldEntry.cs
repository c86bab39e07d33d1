using YamlDotNet.RepresentationModel;

namespace Mesh.Sdk.Codegen.Input;

/// <summary>What a table says about a field of a record or a value of an enum; a text alone is its summary.</summary>
/// <param name="Summary">Description, starting with a noun.</param>
/// <param name="Default">What the platform takes if the field is unset.</param>
/// <param name="Name">Name of the property.</param>
/// <param name="IsDuration">Whether the text is a duration, though the schema does not say so.</param>
/// <param name="IsDeprecated">Whether the API advises against it.</param>
public sealed record FieldEntry(string? Summary = null, string? Default = null, string? Name = null, bool IsDuration = false, bool IsDeprecated = false)
{
    /// <summary>Nothing.</summary>
    public static readonly FieldEntry Empty = new();

    /// <summary>Returns what both say; of two texts this one's counts.</summary>
    public FieldEntry Merge(FieldEntry other) =>
        new(Summary ?? other.Summary, Default ?? other.Default, Name ?? other.Name, IsDuration || other.IsDuration, IsDeprecated || other.IsDeprecated);

    public static FieldEntry Read(YamlNode node) => node is YamlMappingNode map
        ? new(map.TextOrNull("summary"), map.TextOrNull("default"), map.TextOrNull("name"), map.IsTrue("duration"), map.IsTrue("deprecated"))
        : new(((YamlScalarNode)node).Value);
}
