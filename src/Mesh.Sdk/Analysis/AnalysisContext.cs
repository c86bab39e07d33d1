using Mesh.Sdk.Failover;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Analysis;

/// <summary>What analyzers look at: the objects, looked up by what they are, and where findings go.</summary>
internal sealed class AnalysisContext(ResourceSet resources, MeshDefaults defaults, SourceMap? sources = null)
{
    private readonly Dictionary<Type, object> _lists = [];
    private readonly Dictionary<Type, object> _indices = [];

    /// <summary>Gets all objects.</summary>
    public ResourceSet Resources { get; } = resources;

    /// <summary>Gets what the mesh config decides.</summary>
    public MeshDefaults Defaults { get; } = defaults;

    /// <summary>Gets the definition that the objects were made from, which knows more of workloads; <see langword="null"/> if there is none.</summary>
    public ServiceMesh? Mesh { get; init; }

    /// <summary>Gets whether what the platform brings along, such as gateway pods and their certificates, is among the objects.</summary>
    /// <value><see langword="true"/> by default; what a definition renders has none of it.</value>
    public bool SeesPlatform { get; init; } = true;

    /// <summary>Gets the clock by which certificates are expired.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Gets where findings go.</summary>
    public FindingSink Sink { get; } = new(sources);

    /// <summary>Gets the objects of a type, each with its place.</summary>
    public IEnumerable<(T Resource, Place Place)> Each<T>()
        where T : IResource
    {
        if (!_lists.TryGetValue(typeof(T), out object? list))
        {
            list = (from entry in Resources
                    where entry.Resource is T
                    select ((T)entry.Resource, new Place(Sink, entry.Key))).ToList();
            _lists.Add(typeof(T), list);
        }

        return (List<(T, Place)>)list;
    }

    /// <summary>Gets an index over the objects, which is built when first asked for.</summary>
    public T Index<T>(Func<AnalysisContext, T> build)
        where T : class
    {
        if (!_indices.TryGetValue(typeof(T), out object? index))
        {
            index = build(this);
            _indices[typeof(T)] = index;
        }

        return (T)index;
    }
}
