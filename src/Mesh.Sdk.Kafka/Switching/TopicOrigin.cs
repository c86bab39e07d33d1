namespace Mesh.Sdk.Kafka.Switching;

/// <summary>Where the records of a topic were written first.</summary>
/// <param name="Topic">Name of the topic there, as the application knows it.</param>
/// <param name="Cluster">Alias of the cluster; <see langword="null"/> where the policy keeps names, so that records of several clusters share one.</param>
public sealed record TopicOrigin(string Topic, string? Cluster)
{
    /// <summary>Returns it as words: <c>orders of aws</c>.</summary>
    public override string ToString() => Cluster is null ? Topic : $"{Topic} of {Cluster}";
}
