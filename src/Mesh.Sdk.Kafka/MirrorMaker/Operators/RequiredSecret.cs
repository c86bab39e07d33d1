using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.MirrorMaker.Operators;

/// <summary>A Kubernetes Secret that objects refer to.</summary>
/// <param name="Cluster">Cluster of the mesh that needs it; <c>""</c> if the objects are not meant for a particular one.</param>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Name">Its name.</param>
/// <param name="Keys">The keys that are read, in ordinal order; one with <c>*</c> is a pattern.</param>
public sealed record RequiredSecret(string Cluster, string Namespace, string Name, EquatableList<string> Keys);
