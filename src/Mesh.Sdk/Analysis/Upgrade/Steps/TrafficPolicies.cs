using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Upgrade.Steps;

/// <summary>The places of a DestinationRule where a traffic policy may stand.</summary>
internal static class TrafficPolicies
{
    /// <summary>Gets the paths of a block of every policy that has it: of the rule, of its subsets, of their ports.</summary>
    public static IReadOnlyList<string> BlocksOf(UpgradedObject upgraded, string block)
    {
        if (!upgraded.Is("networking.istio.io", "DestinationRule"))
        {
            return [];
        }

        string[] policies = ["spec.trafficPolicy", .. upgraded.Items("spec.subsets").Select(s => $"{s}.trafficPolicy")];
        return
        [
            .. policies
                .SelectMany(p => upgraded.Items($"{p}.portLevelSettings").Prepend(p))
                .Select(p => $"{p}.{block}")
                .Where(p => upgraded.Find(p)?.Kind == UntypedKind.Map),
        ];
    }
}
