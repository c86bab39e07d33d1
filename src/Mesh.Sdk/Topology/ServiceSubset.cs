using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Topology;

/// <summary>A part of a service's endpoints, chosen by labels: usually a version. Compares by value.</summary>
/// <param name="Name">Name of the subset: a DNS-1123 label.</param>
/// <param name="Labels">Labels that an endpoint must have; <c>version</c> equal to the name unless told otherwise.</param>
public sealed record ServiceSubset(string Name, EquatableMap<string> Labels);
