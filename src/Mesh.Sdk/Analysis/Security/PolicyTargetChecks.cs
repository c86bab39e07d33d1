using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Security;

/// <summary>Puts what a policy is for before rules.</summary>
internal static class PolicyTargetChecks
{
    private static readonly Rule<PolicyTarget>[] TargetRules = [new PolicyHasOneTarget()];
    private static readonly Rule<WorkloadSelector>[] SelectorRules = [new SelectorKeyIsGiven(), new SelectorHasNoWildcard(), new SelectorHasLabels()];
    private static readonly Rule<PolicyTargetReference>[] ReferenceRules = [new TargetHasName(), new TargetIsInOwnNamespace(), new TargetKindIsSupported()];

    public static IEnumerable<IRule> SelectorOnlyRules => SelectorRules;

    public static IEnumerable<IRule> Rules => [.. TargetRules, .. SelectorRules, .. ReferenceRules];

    public static void Check(WorkloadSelector? selector, Place place)
    {
        if (selector is not null)
        {
            place.Field("selector").Finds(selector, SelectorRules);
        }
    }

    public static void Check(PolicyTarget target, Place place)
    {
        place.Finds(target, TargetRules);
        Check(target.Selector, place);
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
