using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Indices;

/// <summary>A container, as far as analysis looks at it.</summary>
internal sealed record PodContainer(string Name, string Image, UntypedValue? SecurityContext);
