using System.Collections.Concurrent;
using Mesh.Sdk.Kafka.Clients;

namespace Mesh.Sdk.Kafka.Recovery;

/// <summary>
/// Asks clusters of which one may be lost, for one reading, planning or step: a cluster that could not be reached is not asked again, as every
/// question would wait for the client's timeout. Safe for several threads.
/// </summary>
internal sealed class Reachability
{
    private readonly ConcurrentDictionary<string, string> _lost = new(StringComparer.Ordinal);

    /// <summary>Asks as if a cluster were lost.</summary>
    public static Reachability Without(ClusterClient cluster, string cause)
    {
        Reachability reach = new();
        reach._lost[cluster.Alias] = cause;
        return reach;
    }

    /// <summary>Returns whether a cluster could not be reached.</summary>
    public bool IsLost(ClusterClient cluster) => _lost.ContainsKey(cluster.Alias);

    /// <summary>Returns what failed on a cluster that could not be reached: also brokers that are there may be too slow to answer.</summary>
    public string? CauseOf(ClusterClient cluster) => _lost.GetValueOrDefault(cluster.Alias);

    /// <returns><see langword="null"/> if the cluster can't be reached.</returns>
    public async Task<T?> OrNullAsync<T>(ClusterClient cluster, Func<Task<T>> ask)
        where T : class
    {
        if (IsLost(cluster))
        {
            return null;
        }

        try
        {
            return await ask().ConfigureAwait(false);
        }
        catch (KafkaClusterException e) when (e.IsUnreachable && e.Alias == cluster.Alias)
        {
            _lost.TryAdd(cluster.Alias, e.Message);
            return null;
        }
    }
}
