using Mesh.Sdk.Resources;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>Endpoints of a service that are alike: one cluster, locality and set of labels.</summary>
internal sealed record HostSource(string Cluster, string Network, Locality Locality, EquatableMap<string> Labels, int Count);
