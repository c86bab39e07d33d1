using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis;

/// <summary>Collects what rules find.</summary>
internal sealed class FindingSink(SourceMap? sources = null)
{
    private readonly List<Diagnostic> _diagnostics = [];

    public int Count => _diagnostics.Count;

    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics;

    public void Add(Diagnostic diagnostic) => _diagnostics.Add(diagnostic);

    /// <summary>Adds a finding in an object, with the place of the field where the object was read.</summary>
    public void Add(ResourceKey key, Diagnostic diagnostic) =>
        Add(diagnostic with { Object = key.ToString(), Position = sources?.Find(key, diagnostic.Path) });
}
