namespace Mesh.Sdk.Codegen.Input;

/// <summary>A schema with a name.</summary>
/// <param name="Name">Name of the type.</param>
/// <param name="Schema">Its schema.</param>
/// <param name="Kind">The kind it is; <see langword="null"/> for other types.</param>
/// <param name="IsPartial">Whether the type has a part written by hand.</param>
public sealed record Definition(string Name, Schema Schema, KindSchema? Kind, bool IsPartial = false);
