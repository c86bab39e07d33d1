namespace Mesh.Sdk.Codegen.Input;

/// <summary>A kind of an API group.</summary>
/// <param name="Group">API group.</param>
/// <param name="Version">The version that is written.</param>
/// <param name="Name">Kind.</param>
/// <param name="Plural">Plural in URLs.</param>
/// <param name="IsNamespaced">Whether objects live in a namespace.</param>
/// <param name="Versions">All versions that share the schema, the written one first.</param>
public sealed record KindSchema(string Group, string Version, string Name, string Plural, bool IsNamespaced, IReadOnlyList<string> Versions);
