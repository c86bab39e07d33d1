using Mesh.Sdk.Kafka.Clients;

namespace Mesh.Sdk.Kafka.Recovery.Plans;

/// <summary>Tells the clusters of a plan from others that have their aliases now.</summary>
internal static class ClusterIds
{
    public static async Task<FailoverPlan> WithIdsAsync(this FailoverPlan plan, KafkaClients clients, bool asksSource, CancellationToken cancellationToken) => plan with
    {
        FromId = asksSource ? await IdAsync(clients[plan.From], cancellationToken).ConfigureAwait(false) : null,
        ToId = await IdAsync(clients[plan.To], cancellationToken).ConfigureAwait(false),
    };

    /// <exception cref="FailoverException">A cluster answers with another id. One that does not answer is left to the steps.</exception>
    public static async Task CheckAsync(FailoverPlan plan, KafkaClients clients, CancellationToken cancellationToken)
    {
        List<FailoverProblem> problems = [];
        foreach ((string alias, string? id) in new[] { (plan.From, plan.FromId), (plan.To, plan.ToId) }.Where(c => c.Item2 is not null))
        {
            if (await IdAsync(clients[alias], cancellationToken).ConfigureAwait(false) is { } now && now != id)
            {
                problems.Add(new(
                    FailoverProblemKind.OtherCluster,
                    alias,
                    $"'{alias}' is the Kafka cluster {now} here; the plan was made for {id}.",
                    "Correct the bootstrap servers, or make a new plan."));
            }
        }

        if (problems.Count > 0)
        {
            throw new FailoverException([.. problems]);
        }
    }

    private static Task<string?> IdAsync(ClusterClient cluster, CancellationToken cancellationToken) =>
        new Reachability().OrNullAsync(cluster, () => cluster.GetIdAsync(cancellationToken));
}
