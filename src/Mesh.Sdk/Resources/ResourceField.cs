namespace Mesh.Sdk.Resources;

/// <summary>A field of a map that is being read.</summary>
/// <param name="Name">Name of the field.</param>
/// <param name="Value">Its value.</param>
public readonly record struct ResourceField(string Name, ResourceNode Value);
