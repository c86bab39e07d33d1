namespace Mesh.Sdk.Failover;

/// <summary>Finds the DestinationRule of a client and says why it is this one.</summary>
internal static class RuleDecisions
{
    public static DestinationRuleMatch? Find(TrafficQuestion question, DestinationRuleIndex rules, DecisionLog log)
    {
        (TrafficClient client, TrafficService service) = (question.Client, question.Service);
        DestinationRuleMatch? match = rules.Find(client.Namespace, client.EnrichedLabels, service.Namespace, service.Host);
        if (match is null)
        {
            log.Add(RoutingRule.DestinationRuleLookup, null, $"No DestinationRule applies to {service.Host} for clients in {client.Namespace}; mesh defaults hold.");
        }
        else
        {
            Explain(match, service, log);
        }

        foreach (string hidden in rules.FindCovering(service.Host).Except(match?.MadeFrom ?? []))
        {
            log.Add(RoutingRule.DestinationRuleLookup, new($"DestinationRule {hidden}", "spec.host"), $"covers the host too, but is not used here: rules of different hosts and levels are never combined.");
        }

        return match;
    }

    private static void Explain(DestinationRuleMatch match, TrafficService service, DecisionLog log)
    {
        FieldReference source = new($"DestinationRule {match.Name}", "spec.host");
        log.Add(RoutingRule.DestinationRuleLookup, source, $"{match.Rule.Spec!.Host} is the most specific host for {service.Host}; found at the level {Words.Of(match.Level)}.");
        if (match.MadeFrom.Count > 1)
        {
            log.Add(RoutingRule.DestinationRuleLookup, source, $"merged with {string.Join(", ", match.MadeFrom.Skip(1))}: subsets add up, the traffic policy is that of {match.PolicyFrom ?? "none"}, whole.");
        }
    }
}
