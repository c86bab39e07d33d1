using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Writing;

namespace Mesh.Sdk.Analysis.Upgrade;

/// <summary>An object while it is upgraded, as a tree, since old fields have no place in the types of today.</summary>
internal sealed class UpgradedObject(ResourceEntry entry, ResourceSet resources, UpgradeOptions options)
{
    private readonly List<Diagnostic> _findings = [];

    public ResourceKey Key { get; } = entry.Key;

    public ResourceSet Resources { get; } = resources;

    public UpgradeOptions Options { get; } = options;

    public UntypedValue Tree { get; private set; } = UntypedWriter.ToUntyped(entry.Resource);

    public bool IsTyped { get; } = entry.Resource is not UntypedResource;

    public bool IsChanged { get; private set; }

    public IReadOnlyList<Diagnostic> Findings => _findings;

    public bool Is(string group, string kind) => Key.Kind == kind && Key.Group == group;

    public UntypedValue? Find(string path) => Tree.Find(FieldPath.Split(path));

    /// <summary>Gets the paths of a list's items; none if there is no list.</summary>
    public IEnumerable<string> Items(string path) =>
        Enumerable.Range(0, Find(path)?.Items.Count ?? 0).Select(i => $"{path}[{i}]");

    public void Put(string path, UntypedValue value) => Replace(Tree.Put(FieldPath.Split(path), value));

    public void Cut(string path) => Replace(Tree.Cut(FieldPath.Split(path)));

    public void Replace(UntypedValue tree)
    {
        IsChanged |= !tree.Equals(Tree);
        Tree = tree;
    }

    public void Report(DiagnosticDescriptor descriptor, string path, params object?[] arguments) =>
        _findings.Add(At(descriptor, path, arguments));

    public Diagnostic At(DiagnosticDescriptor descriptor, string path, params object?[] arguments) =>
        descriptor.At(path, PublicText.Arguments(arguments)) with { Object = Key.ToString(), Position = Options.Sources.Find(Key, path) };
}
