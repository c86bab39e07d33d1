namespace Mesh.Sdk.Kafka.Replication;

/// <summary>The direction of a flow.</summary>
/// <param name="Source">Alias of the cluster that is read.</param>
/// <param name="Target">Alias of the cluster that is written to.</param>
public readonly record struct SourceAndTarget(string Source, string Target)
{
    /// <summary>Returns <c>source->target</c>, as Kafka writes it.</summary>
    public override string ToString() => $"{Source}->{Target}";
}
