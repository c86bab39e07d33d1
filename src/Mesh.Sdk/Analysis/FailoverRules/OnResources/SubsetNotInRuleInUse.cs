using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>A subset exists for a client only if the rule that the client uses has it.</summary>
/// <remarks>Specification 8.2, 8.5: the cluster of the subset is not made, and Envoy answers 503 with the flag NC.</remarks>
internal sealed class SubsetNotInRuleInUse : Rule<SubsetRoute>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2134",
        DiagnosticSeverity.Warning,
        "Clients in '{0}' use {1}, so there is no subset '{2}' of '{3}' for them: their requests on this route fail with 503 (NC). The subset stands in {4}, which they do not use.",
        "Export the rule that has the subset to '{0}', or move it to the namespace of the service, and keep one rule for the host.");

    public override void Check(SubsetRoute value, Place place)
    {
        // A rule with a selector is used by some clients of its namespace.
        bool isForSome = value.Owners.Any(o => o.Spec.WorkloadSelector is not null && o.Namespace == value.Namespace);
        if (isForSome || value.InUse?.Rule.Spec?.Subsets.Any(s => s?.Name == value.Subset) == true)
        {
            return;
        }

        place.Field("subset").Report(
            Descriptor,
            value.Namespace,
            value.InUse is { } rule ? $"DestinationRule '{rule.Name}'" : "no DestinationRule",
            value.Subset,
            value.Host,
            Words.Quoted(value.Owners.Select(o => o.Name)));
    }
}
