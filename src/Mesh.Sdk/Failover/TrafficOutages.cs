using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Failover;

/// <summary>Changes the state of the endpoints in a question.</summary>
public static class TrafficOutages
{
    /// <summary>Keeps some of the endpoints in a cluster, as scaling down does: 0 leaves none.</summary>
    public static TrafficQuestion ScaledTo(this TrafficQuestion question, string cluster, int replicas)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentOutOfRangeException.ThrowIfNegative(replicas);
        RequireEndpoints(question, cluster);
        int kept = 0;
        return question with
        {
            Endpoints = question.Endpoints.Where(e => e.Cluster != cluster || kept++ < replicas).ToEquatableList(),
        };
    }

    /// <summary>Puts the first endpoints in a cluster into a state.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The cluster has fewer endpoints.</exception>
    public static TrafficQuestion With(this TrafficQuestion question, string cluster, int count, EndpointHealth health)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, RequireEndpoints(question, cluster));
        int changed = 0;
        return question with
        {
            Endpoints = question.Endpoints.Select(e => e.Cluster == cluster && changed++ < count ? e with { Health = health } : e).ToEquatableList(),
        };
    }

    private static int RequireEndpoints(TrafficQuestion question, string cluster)
    {
        int count = question.Endpoints.Count(e => e.Cluster == cluster);
        return count > 0 ? count : throw new ArgumentException($"No endpoint runs in cluster '{cluster}'.", nameof(cluster));
    }
}
