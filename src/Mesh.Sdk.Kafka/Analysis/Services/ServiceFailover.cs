using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Usage;

namespace Mesh.Sdk.Kafka.Analysis.Services;

/// <summary>A service that fails over from the place of one Kafka cluster to that of another.</summary>
/// <param name="Use">What the service does with Kafka.</param>
/// <param name="FromRegion">Region it fails over from.</param>
/// <param name="From">Kafka cluster that it uses there.</param>
/// <param name="ToRegion">Region it fails over to.</param>
/// <param name="To">Kafka cluster that it uses there; <see langword="null"/> if none is told.</param>
/// <param name="Paths">The flows.</param>
internal sealed record ServiceFailover(ServiceTopics Use, string FromRegion, ReplicationCluster From, string ToRegion, ReplicationCluster? To, MirrorPaths Paths)
{
    public string Name => $"{Use.Namespace}/{Use.Service}";

    /// <summary>Returns why a topic, or the positions of a group in it, are not where the service fails over to; <see langword="null"/> if they are.</summary>
    public MirrorGap? FindGap(string topic, string? group = null) => To is null || To.Alias == From.Alias ? null : Paths.FindGap(topic, From.Alias, To.Alias, group);
}
