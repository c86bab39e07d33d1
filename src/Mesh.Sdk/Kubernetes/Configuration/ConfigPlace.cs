using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Kubernetes.Configuration;

/// <summary>A place in a kubeconfig.</summary>
/// <param name="Path">The field, such as <c>clusters[0].cluster.server</c>.</param>
/// <param name="Position">Where it stands in the file.</param>
internal readonly record struct ConfigPlace(string Path, SourcePosition Position)
{
    public Diagnostic At(DiagnosticDescriptor descriptor, params object?[] arguments) =>
        descriptor.At(Path, arguments) with { Position = Position };
}
