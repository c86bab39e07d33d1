using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Security;

/// <summary>Puts a rule of an AuthorizationPolicy before rules.</summary>
internal static class AuthorizationRuleChecks
{
    private static readonly Rule<AuthorizationRule>[] RuleRules = [new RulePartIsNotEmpty()];
    private static readonly Rule<AuthorizationRuleFrom>[] FromRules = [new FromHasSource()];
    private static readonly Rule<AuthorizationSource>[] SourceRules = [new SourceIsNotEmpty(), new ServiceAccountsStandAlone()];
    private static readonly Rule<AuthorizationRuleTo>[] ToRules = [new ToHasOperation()];
    private static readonly Rule<AuthorizationOperation>[] OperationRules = [new OperationIsNotEmpty()];

    private static readonly Rule<PolicyValues>[] ValueRules =
        [new PolicyValueIsNotEmpty(), new SourceAddressIsRange(), new ServiceAccountIsName(), new OperationPortIsPort(), new PathTemplateIsSupported()];

    private static readonly Rule<AuthorizationCondition>[] ConditionRules =
        [new ConditionHasKey(), new ConditionHasValues(), new ConditionKeyIsKnown(), new ConditionValueFitsKey()];

    public static IEnumerable<IRule> Rules =>
        [.. RuleRules, .. FromRules, .. SourceRules, .. ToRules, .. OperationRules, .. ValueRules, .. ConditionRules];

    public static void Check(AuthorizationRule rule, Place place)
    {
        place.Finds(rule, RuleRules);
        for (int i = 0; i < rule.From.Count; i++)
        {
            Check(rule.From[i], place.Field("from").Item(i));
        }

        for (int i = 0; i < rule.To.Count; i++)
        {
            Check(rule.To[i], place.Field("to").Item(i));
        }

        for (int i = 0; i < rule.When.Count; i++)
        {
            if (rule.When[i] is { } condition)
            {
                place.Field("when").Item(i).Finds(condition, ConditionRules);
            }
        }
    }

    private static void Check(AuthorizationRuleFrom? from, Place place)
    {
        if (from is null)
        {
            return;
        }

        place.Finds(from, FromRules);
        if (from.Source is { } source)
        {
            place.Field("source").Finds(source, SourceRules);
            CheckValues(PolicyValues.Of(source), place.Field("source"));
        }
    }

    private static void Check(AuthorizationRuleTo? to, Place place)
    {
        if (to is null)
        {
            return;
        }

        place.Finds(to, ToRules);
        if (to.Operation is { } operation)
        {
            place.Field("operation").Finds(operation, OperationRules);
            CheckValues(PolicyValues.Of(operation), place.Field("operation"));
        }
    }

    private static void CheckValues(IReadOnlyList<PolicyValues> fields, Place place)
    {
        foreach (PolicyValues field in fields)
        {
            if (field.Values.Count > 0)
            {
                place.Field(field.Field).Finds(field, ValueRules);
            }
        }
    }
}
