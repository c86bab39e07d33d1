using Mesh.Sdk.Conformance.Validation;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Conformance.Sets;

internal sealed class ValidationDestinationRuleSet : ValidationSet
{
    public override string Name => "validation-destinationrule";

    protected override IReadOnlyDictionary<string, ValidationTarget> Targets { get; } = new Dictionary<string, ValidationTarget>
    {
        ["DestinationRule"] = new("", input => input.Analyze(new DestinationRule
        {
            Metadata = input.Metadata,
            Spec = input.Read(DestinationRuleSpec.Read),
        })),
    };

    protected override IReadOnlyList<ReadingRule> ReadingRules { get; } =
    [
        ReadingRule.Null("DR-SUBSET-NULL", "subsets[]"),
        ReadingRule.Null("TP-PORT-NULL", "portLevelSettings[]"),
        ReadingRule.Duration("OD-BASE-EJECTION", "outlierDetection.baseEjectionTime"),
        ReadingRule.Duration("OD-INTERVAL", "outlierDetection.interval"),
    ];
}
