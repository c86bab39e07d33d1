using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Topology.Checks;

/// <summary>Collects what the checks find.</summary>
internal sealed class Findings
{
    private readonly List<Diagnostic> _diagnostics = [];

    public void Add(DiagnosticDescriptor descriptor, string path, params object?[] arguments) =>
        _diagnostics.Add(descriptor.At(path, arguments));

    public void AddIf(bool condition, DiagnosticDescriptor descriptor, string path, params object?[] arguments)
    {
        if (condition)
        {
            Add(descriptor, path, arguments);
        }
    }

    public DiagnosticReport ToReport() => new(_diagnostics);
}
