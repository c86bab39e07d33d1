using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Topology;

/// <summary>
/// The definition under way on this thread. Builders live inside its lambda, so what a call finds by itself needs no
/// way through them.
/// </summary>
internal sealed class DefinitionScope : IDisposable
{
    [ThreadStatic]
    private static DefinitionScope? _current;

    private readonly DefinitionScope? _outer;
    private readonly string _path;
    private readonly List<Diagnostic> _findings;

    private DefinitionScope(string path, List<Diagnostic> findings)
    {
        (_path, _findings, _outer) = (path, findings, _current);
        _current = this;
    }

    /// <summary>Starts a definition, whose findings go to a list.</summary>
    public static DefinitionScope Begin(List<Diagnostic> findings) => new("", findings);

    /// <summary>Starts a part of the definition under way.</summary>
    public static DefinitionScope Enter(string path) => new(path, (_current ?? throw OutsideOfDefinition())._findings);

    public static void Report(DiagnosticDescriptor descriptor, params object?[] arguments)
    {
        DefinitionScope scope = _current ?? throw OutsideOfDefinition();
        scope._findings.Add(descriptor.At(scope._path, arguments));
    }

    public void Dispose() => _current = _outer;

    private static InvalidOperationException OutsideOfDefinition() =>
        new("A builder is used outside of the lambda that it was given to.");
}
