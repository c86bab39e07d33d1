namespace Mesh.Sdk.Live;

/// <summary>Who sends, as the labels of a series tell.</summary>
internal readonly record struct LiveClient(string Workload, string Namespace, string Cluster, string Locality);
