using Mesh.Sdk.Conformance.Validation;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Conformance.Sets;

internal sealed class ValidationServiceEntrySet : ValidationSet
{
    public override string Name => "validation-serviceentry";

    protected override IReadOnlyDictionary<string, ValidationTarget> Targets { get; } = new Dictionary<string, ValidationTarget>
    {
        ["ServiceEntry"] = new("", input => input.Analyze(new ServiceEntry
        {
            Metadata = input.Metadata,
            Spec = input.Read(ServiceEntrySpec.Read),
        })),
        ["WorkloadEntry"] = new("", input => input.Analyze(new WorkloadEntry
        {
            Metadata = input.Metadata,
            Spec = input.Read(WorkloadEntrySpec.Read),
        })),
        ["WorkloadGroup"] = new("", input => input.Analyze(new WorkloadGroup
        {
            Metadata = input.Metadata,
            Spec = input.Read(WorkloadGroupSpec.Read),
        })),
    };

    protected override IReadOnlyList<ReadingRule> ReadingRules { get; } =
    [
        ReadingRule.Null("SE-PORT-NULL", "ports[]"),
        ReadingRule.Null("SE-ENDPOINT-NULL", "endpoints[]"),
        new("SE-RESOLUTION", ReadingRule.NotAllowed, "resolution"),
    ];
}
