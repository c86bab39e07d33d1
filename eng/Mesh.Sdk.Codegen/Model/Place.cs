using Mesh.Sdk.Codegen.Input;

namespace Mesh.Sdk.Codegen.Model;

/// <summary>A record or enum where it stands in a schema.</summary>
/// <param name="Key">Path without marks for items, which the table of names uses.</param>
/// <param name="Path">Path with marks, such as <c>spec.http[].match[].headers{}</c>; starts behind the root.</param>
/// <param name="Root">The definition in which it stands.</param>
/// <param name="Field">Name of the field, in the singular for items.</param>
/// <param name="Parent">The record around it; <see langword="null"/> for a definition.</param>
/// <param name="Schema">Its schema.</param>
internal sealed record Place(string Key, string Path, Definition Root, string Field, Place? Parent, Schema Schema)
{
    /// <summary>Gets a text that is equal for schemas that become the same type.</summary>
    public string Signature { get; } = Signatures.Of(Schema);
}
