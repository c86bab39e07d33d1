using Mesh.Sdk.Failover;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>A client of a service: who it is, what it asks with, and what it gets while all is well.</summary>
internal sealed record ClientView(string Name, TrafficQuestion Question, DestinationRuleIndex Rules)
{
    private readonly DecisionLog _log = new();
    private TrafficPlan? _plan;
    private TrafficAnswer? _answer;

    public TrafficAnswer Answer => _answer ??= TrafficRouting.Answer(Question, Plan, _log);

    private TrafficPlan Plan => _plan ??= TrafficRouting.Plan(Question, Rules, _log);

    /// <summary>Returns whether any request goes to one of some clusters, or nowhere. If none does, no harm comes from what is lost there.</summary>
    public bool DependsOn(IEnumerable<string> clusters) =>
        Answer.FailedPercent + Answer.ErrorPercent > 0
        || clusters.Any(cluster => Answer.PercentByCluster.TryGetValue(cluster, out double percent) && percent > 0);

    /// <summary>Returns the percentage of requests that fail for good with other endpoints.</summary>
    public double LostPercent(EquatableList<TrafficEndpoint> endpoints) => TrafficRouting.LostPercent(Question with { Endpoints = endpoints }, Plan);

    public TrafficAnswer Explain(EquatableList<TrafficEndpoint> endpoints) => TrafficRouting.Explain(Question with { Endpoints = endpoints }, Rules);
}
