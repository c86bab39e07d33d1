using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>Something that runs and may call services.</summary>
internal sealed record Sender(string Namespace, string Name, string Cluster, Locality Locality);
