using Mesh.Sdk.Failover;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Analysis;

/// <summary>What analyzers look at: the objects, looked up by what they are, and where findings go.</summary>
internal sealed class AnalysisContext(ResourceSet resources, MeshDefaults defaults, SourceMap? sources = null)
{
    /// <summary>Gets all objects.</summary>
    public ResourceSet Resources { get; } = resources;

    /// <summary>Gets what the mesh config decides.</summary>
    public MeshDefaults Defaults { get; } = defaults;

    /// <summary>Gets the definition that the objects were made from, which knows more of workloads; <see langword="null"/> if there is none.</summary>
    public ServiceMesh? Mesh { get; init; }

    /// <summary>Gets where findings go.</summary>
    public FindingSink Sink { get; } = new(sources);

    /// <summary>Gets the objects of a type, each with its place.</summary>
    public IEnumerable<(T Resource, Place Place)> Each<T>()
        where T : IResource =>
        from entry in Resources
        where entry.Resource is T
        select ((T)entry.Resource, new Place(Sink, entry.Key));
}
