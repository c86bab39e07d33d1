namespace Mesh.Sdk.Simulation.Page;

/// <summary>Something that went wrong, and the clusters that it hit, in the order of the page.</summary>
internal sealed record PageFault(TimeSpan At, TimeSpan? End, string Text, IReadOnlyList<int> Clusters);
