using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis;

/// <summary>An object among the others.</summary>
internal readonly record struct InContext<T>(T Resource, AnalysisContext Context)
    where T : IResource;
