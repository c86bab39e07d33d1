using Mesh.Sdk.Analysis.Selectors;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Security;

/// <summary>Puts what a policy is for before rules.</summary>
internal static class PolicyTargetChecks
{
    private static readonly Rule<PolicyTarget>[] TargetRules = [new PolicyHasOneTarget()];
    private static readonly Rule<PolicyTargetReference>[] ReferenceRules = [new TargetHasName(), new TargetIsInOwnNamespace(), new TargetKindIsSupported()];

    public static IEnumerable<IRule> Rules => [.. TargetRules, .. ReferenceRules, .. SelectorChecks.Rules];

    public static void Check(PolicyTarget target, Place place)
    {
        place.Finds(target, TargetRules);
        SelectorChecks.Check(target.Selector, place.Field("selector"));
        Check(target.Reference, place.Field("targetRef"));
        for (int i = 0; i < target.References.Count; i++)
        {
            Check(target.References[i], place.Field("targetRefs").Item(i));
        }
    }

    private static void Check(PolicyTargetReference? reference, Place place)
    {
        if (reference is not null)
        {
            place.Finds(reference, ReferenceRules);
        }
    }
}
