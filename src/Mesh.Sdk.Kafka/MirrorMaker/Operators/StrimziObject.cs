using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Writing;

namespace Mesh.Sdk.Kafka.MirrorMaker.Operators;

/// <summary>A KafkaMirrorMaker2, be it <c>v1</c> or <c>v1beta2</c>: its target and its mirrors.</summary>
internal sealed class StrimziObject
{
    private readonly ResourceEntry _entry;
    private readonly SourceMap _sources;
    private readonly List<Diagnostic> _findings;
    private readonly UntypedValue _spec;

    public StrimziObject(ResourceEntry entry, SourceMap sources, List<Diagnostic> findings)
    {
        (_entry, _sources, _findings) = (entry, sources, findings);
        _spec = UntypedWriter.ToUntyped(entry.Resource).Field("spec") ?? UntypedValue.From(default(UntypedFields));
        HasTarget = _spec.Has("target");
        Described = [.. Items("clusters").Select((cluster, i) => new StrimziPart(cluster, $"spec.clusters[{i}]"))];
        Target = FindTarget();
    }

    public string Name => _entry.Resource.Metadata.Name ?? "";

    public string Namespace => _entry.Resource.Metadata.Namespace ?? "";

    public string MeshCluster => _entry.Cluster;

    /// <summary>Gets whether the target has fields of its own for group id and topics, as <c>v1</c>.</summary>
    public bool HasTarget { get; }

    /// <summary>Gets the clusters that are described beside the mirrors, as <c>v1beta2</c>.</summary>
    public IReadOnlyList<StrimziPart> Described { get; }

    public StrimziPart? Target { get; }

    public string TargetAlias => Target?.Tree.TextOf("alias") ?? "";

    public IEnumerable<StrimziPart> Mirrors => Items("mirrors").Select((mirror, i) => new StrimziPart(mirror, $"spec.mirrors[{i}]"));

    /// <summary>Returns the cluster that a mirror reads; <see langword="null"/> if it is not described.</summary>
    public StrimziPart? SourceOf(StrimziPart mirror)
    {
        if (mirror.Tree.Field("source") is { } source)
        {
            return new(source, $"{mirror.Path}.source");
        }

        string alias = mirror.Tree.TextOf("sourceCluster") ?? "";
        if (Find(alias) is { } cluster)
        {
            return cluster;
        }

        Report(StrimziDiagnostics.NoSource, mirror.Path, alias, Suggestion.For(alias, Aliases()));
        return null;
    }

    public void Report(DiagnosticDescriptor descriptor, string path, params object?[] arguments) =>
        _findings.Add(descriptor.At(path, arguments) with { Object = _entry.Key.ToString(), Position = _sources.Find(_entry.Key, path) });

    private StrimziPart? FindTarget()
    {
        if (_spec.Field("target") is { } target)
        {
            return new(target, "spec.target");
        }

        string alias = _spec.TextOf("connectCluster") ?? "";
        StrimziPart? found = Find(alias);
        if (found is null)
        {
            Report(StrimziDiagnostics.NoTarget, "spec", Suggestion.For(alias, Aliases()));
        }

        return found;
    }

    private StrimziPart? Find(string alias) => Described.FirstOrDefault(cluster => cluster.Tree.TextOf("alias") == alias);

    private IEnumerable<string> Aliases() => Described.Select(cluster => cluster.Tree.TextOf("alias")).OfType<string>();

    private EquatableList<UntypedValue> Items(string field) => _spec.Field(field)?.Items ?? [];
}
