using Mesh.Sdk.Failover;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>Finds the policies of a service in the rules of every control plane.</summary>
internal sealed class TargetPolicies(AnalysisContext context, InferredClusters clusters)
{
    private readonly FailoverModel _rules = FailoverModel.Of(context);
    private readonly HashSet<string> _regions = [.. clusters.All.SelectMany(c => clusters.PlacesOf(c.Name)).Select(p => p.Region)];

    /// <summary>Returns the policy of the whole service first, then those of its ports and subsets.</summary>
    public IEnumerable<TargetPolicy> Of(string host, string @namespace, IReadOnlyList<RunningWorkload> running)
    {
        PolicyView[] policies = [.. RulesFor(host, @namespace).SelectMany(rule => rule.Policies).Where(p => p.IsWholeRule || p.OwnDetection is not null || p.OwnLoadBalancer is not null)];
        HashSet<string> own = [.. running.SelectMany(w => w.Places).Select(p => p.Region)];
        TargetPolicy[] found =
        [
            .. from policy in policies
               group policy by (Subset: policy.Subset?.Name, policy.Port) into same
               select new TargetPolicy(same.First().Subset, same.Key.Port, same.First(), [.. same.SelectMany(p => Failovers(p, own)).DistinctBy(f => f.Failover)]),
        ];
        return found.Any(p => p.IsWhole) ? found : found.Prepend(new(null, null, null, []));
    }

    private IEnumerable<RuleView> RulesFor(string host, string @namespace) =>
        from cluster in clusters.All.Where(c => c.Role == MeshClusterRole.Host).Select(c => c.Name).Append("")
        let rules = _rules.In(cluster)
        from name in rules.Find(@namespace, @namespace, host)?.MadeFrom ?? []
        let rule = rules.Named(name)
        where rule is not null
        select rule;

    // A region without cluster here is reported where it is written; a rule for many services names regions that one may not need.
    private IEnumerable<(RegionFailover Failover, Place Place)> Failovers(PolicyView policy, HashSet<string> own)
    {
        if (!policy.FailsOver || policy.Setting is not { } setting)
        {
            yield break;
        }

        HashSet<string> regions = HostMatching.IsWildcard(policy.Rule.Host) ? own : _regions;
        Place place = policy.LoadBalancerPlace.Field(policy.SettingField).Field("failover");
        for (int i = 0; i < setting.Failover.Count; i++)
        {
            if (setting.Failover[i] is { From: { } from, To: { } to } && regions.Contains(to))
            {
                yield return (new(from, to), place.Item(i).Field("to"));
            }
        }
    }
}
