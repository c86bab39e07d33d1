using Mesh.Sdk.Analysis;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Tests.Pages;

/// <summary>Stands for <see cref="ServiceMesh"/> in the code of pages and keeps what was found.</summary>
public static class DefinitionRecorder
{
    /// <summary>Gets what the last definition of this thread found while it was built.</summary>
    [field: ThreadStatic]
    public static DiagnosticReport? Definition { get; private set; }

    /// <summary>Gets that, and what the analysis found.</summary>
    [field: ThreadStatic]
    public static DiagnosticReport? Analysis { get; private set; }

    /// <summary>Gets the last mesh of this thread; <see langword="null"/> if it was refused.</summary>
    [field: ThreadStatic]
    public static ServiceMesh? Mesh { get; private set; }

    public static ServiceMesh Define(string name, Action<ServiceMeshBuilder> configure)
    {
        Definition = Analysis = ServiceMesh.TryDefine(name, configure, out ServiceMesh? mesh);
        Mesh = mesh;
        Analysis = mesh is null ? Definition : new DiagnosticReport(Definition.Concat(mesh.Analyze()));
        return mesh ?? throw new MeshDefinitionException(Definition);
    }
}
