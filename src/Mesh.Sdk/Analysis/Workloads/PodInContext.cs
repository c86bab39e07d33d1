using Mesh.Sdk.Analysis.Indices;

namespace Mesh.Sdk.Analysis.Workloads;

/// <summary>A pod, or a template of pods, among the other objects.</summary>
internal readonly record struct PodInContext(PodTemplate Pod, AnalysisContext Context);
