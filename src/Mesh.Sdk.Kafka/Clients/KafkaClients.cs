using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Settings;

namespace Mesh.Sdk.Kafka.Clients;

/// <summary>The ways to the Kafka clusters of a topology, by alias. Disposes of them.</summary>
public sealed class KafkaClients : IDisposable
{
    private readonly Dictionary<string, ClusterClient> _clusters;

    /// <summary>Joins ways to clusters, which belong to it from now on: disposing of it disposes of them.</summary>
    /// <param name="clusters">
    /// The ways. One that somebody else owns or shares, such as <see cref="Embedded.EmbeddedCluster.Client"/>, must not be used after that: dispose of
    /// what joins it at the end only, or make a way of its own for each.
    /// </param>
    /// <exception cref="ArgumentException">Two of them have the same alias.</exception>
    public KafkaClients(IEnumerable<ClusterClient> clusters)
    {
        ArgumentNullException.ThrowIfNull(clusters);
        _clusters = clusters.ToDictionary(c => c.Alias, StringComparer.Ordinal);
    }

    /// <summary>Gets the way to a cluster.</summary>
    /// <exception cref="ArgumentException">There is none of this alias.</exception>
    public ClusterClient this[string alias] => _clusters.TryGetValue(alias, out ClusterClient? cluster)
        ? cluster
        : throw new ArgumentException($"There is no Kafka cluster '{alias}' here, only {string.Join(", ", _clusters.Keys.Order(StringComparer.Ordinal))}.", nameof(alias));

    /// <summary>Makes clients of all clusters of a topology.</summary>
    /// <param name="topology">Clusters: their bootstrap servers, TLS and SASL.</param>
    /// <param name="secret">Reads a secret that the topology refers to. It is asked once for each, now, and what it returns is never shown.</param>
    /// <param name="configure">Changes the settings of a cluster's clients, under librdkafka's names.</param>
    public static KafkaClients For(ReplicationTopology topology, Func<SecretReference, string> secret, Action<string, IDictionary<string, string>>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(topology);
        ArgumentNullException.ThrowIfNull(secret);
        return new(topology.Clusters.Select(cluster =>
        {
            Dictionary<string, string> settings = ClientSettings.Of(cluster, secret);
            configure?.Invoke(cluster.Alias, settings);
            return new ClusterClient(cluster.Alias, settings);
        }));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (ClusterClient cluster in _clusters.Values)
        {
            cluster.Dispose();
        }
    }
}
