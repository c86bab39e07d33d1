using Mesh.Sdk.Istio;

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

        foreach (DestinationRule other in rules.Covering(service.Host).Where(rule => match?.MadeFrom.Contains(MergedDestinationRule.NameOf(rule)) != true))
        {
            ExplainUnused(other, question, rules, log);
        }

        return match;
    }

    private static void ExplainUnused(DestinationRule rule, TrafficQuestion question, DestinationRuleIndex rules, DecisionLog log)
    {
        string @namespace = rule.Metadata.Namespace ?? "";
        FieldReference source = new($"DestinationRule {MergedDestinationRule.NameOf(rule)}");
        if (rules.HiddenBy(rule, question.Client.Namespace) is { } hidden)
        {
            string reason = hidden.Field == "spec.exportTo"
                ? $"is not exported to clients in {question.Client.Namespace}"
                : $"a rule with a workload selector holds for clients of its own namespace only, not in {question.Client.Namespace}";
            log.Add(RoutingRule.DestinationRuleLookup, hidden, $"covers the host too, but is not used here: {reason}.");
        }
        else if (@namespace != question.Client.Namespace && @namespace != question.Service.Namespace && @namespace != rules.RootNamespace)
        {
            log.Add(RoutingRule.DestinationRuleLookup, source.Child("metadata.namespace"), $"covers the host too, but is not used here: only the namespaces of client and service and {rules.RootNamespace} are looked at.");
        }
        else
        {
            log.Add(RoutingRule.DestinationRuleLookup, source.Child("spec.host"), $"covers the host too, but is not used here: rules of different hosts and levels are never combined.");
        }
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
