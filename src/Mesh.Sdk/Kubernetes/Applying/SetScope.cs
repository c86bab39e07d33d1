using System.Collections.Immutable;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kubernetes.Applying;

/// <summary>Where the members of a set may be: a superset, so that none is lost when work ends early.</summary>
/// <param name="Kinds">Kinds as <c>Kind.group</c>, the core group left out.</param>
/// <param name="Namespaces">Namespaces, that of the parent included.</param>
internal sealed record SetScope(ImmutableSortedSet<string> Kinds, ImmutableSortedSet<string> Namespaces)
{
    public static readonly SetScope Empty = new(Sorted([]), Sorted([]));

    /// <summary>Gets the kinds as group and kind.</summary>
    public IEnumerable<(string Group, string Kind)> GroupKinds => Kinds.Select(k =>
        k.IndexOf('.', StringComparison.Ordinal) is var dot and >= 0 ? (k[(dot + 1)..], k[..dot]) : ("", k));

    public static SetScope Of(IEnumerable<ResourceKey> members)
    {
        ResourceKey[] all = [.. members];
        return new(
            Sorted(all.Select(m => m.Group.Length == 0 ? m.Kind : $"{m.Kind}.{m.Group}")),
            Sorted(all.Select(m => m.Namespace).Where(n => n.Length > 0)));
    }

    public static SetScope Read(string kinds, string namespaces) => new(Sorted(Split(kinds)), Sorted(Split(namespaces)));

    public SetScope Union(SetScope other) => new(Kinds.Union(other.Kinds), Namespaces.Union(other.Namespaces));

    public bool IsSame(SetScope other) => Kinds.SetEquals(other.Kinds) && Namespaces.SetEquals(other.Namespaces);

    private static string[] Split(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static ImmutableSortedSet<string> Sorted(IEnumerable<string> texts) => texts.ToImmutableSortedSet(StringComparer.Ordinal);
}
