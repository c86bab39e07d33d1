using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kubernetes;

/// <summary>A kind as a cluster serves it.</summary>
public sealed record ApiResource
{
    /// <summary>Gets group, version and kind.</summary>
    public required ResourceKind Kind { get; init; }

    /// <summary>Gets the plural in paths, such as <c>destinationrules</c>.</summary>
    public required string Plural { get; init; }

    /// <summary>Gets whether objects live in a namespace.</summary>
    public required bool IsNamespaced { get; init; }

    /// <summary>Gets what can be done, such as <c>list</c> and <c>watch</c>.</summary>
    public EquatableList<string> Verbs { get; init; } = [];

    /// <summary>Gets the parts of an object with a path of their own, such as <c>status</c> and <c>scale</c>.</summary>
    public EquatableList<string> Subresources { get; init; } = [];

    /// <summary>Gets the short names, such as <c>dr</c>.</summary>
    public EquatableList<string> ShortNames { get; init; } = [];

    /// <summary>Returns plural and group, as kubectl writes it.</summary>
    public override string ToString() => Kind.Group.Length == 0 ? Plural : $"{Plural}.{Kind.Group}";
}
