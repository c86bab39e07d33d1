using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Indices;

/// <summary>A host that traffic may be sent to.</summary>
/// <param name="Ports">Numbers of its ports.</param>
/// <param name="Selector">Workloads of a ServiceEntry; unset for a Service.</param>
internal sealed record KnownHost(IReadOnlyList<long> Ports, EquatableMap<string> Selector);
