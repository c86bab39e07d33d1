using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Analysis;

/// <summary>Collects what rules find.</summary>
internal sealed class FindingSink
{
    private readonly List<Diagnostic> _diagnostics = [];

    public int Count => _diagnostics.Count;

    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics;

    public void Add(Diagnostic diagnostic) => _diagnostics.Add(diagnostic);
}
