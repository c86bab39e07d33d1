using Mesh.Sdk.Failover;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>A client of a service: who it is, what it asks with, and what it gets while all is well.</summary>
internal sealed record ClientView(string Name, TrafficQuestion Question, DestinationRuleIndex Rules)
{
    private TrafficAnswer? _answer;

    public TrafficAnswer Answer => _answer ??= Explain(Question);

    public TrafficAnswer Explain(TrafficQuestion question) => TrafficRouting.Explain(question, Rules);
}
