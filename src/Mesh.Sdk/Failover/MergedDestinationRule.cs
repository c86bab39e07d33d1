using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Failover;

/// <summary>A rule in the making: later ones for the same host are merged into it where they may be.</summary>
internal sealed class MergedDestinationRule(DestinationRule rule, DestinationRuleSpec spec, IReadOnlySet<string> exportTo)
{
    private readonly List<string> _madeFrom = [NameOf(rule)];
    private DestinationRuleSpec _spec = spec;

    public DestinationRuleSpec Spec => _spec;

    public IReadOnlySet<string> ExportTo => exportTo;

    public string Namespace => rule.Metadata.Namespace ?? "";

    private string? PolicyFrom { get; set; } = spec.TrafficPolicy is null ? null : NameOf(rule);

    public static string NameOf(DestinationRule rule) => $"{rule.Metadata.Namespace}/{rule.Metadata.Name}";

    /// <summary>Takes the subsets with new names, and the policy if there is none yet.</summary>
    public void Add(DestinationRule other, DestinationRuleSpec otherSpec)
    {
        HashSet<string> names = [.. _spec.Subsets.Select(subset => subset.Name)];
        _madeFrom.Add(NameOf(other));
        PolicyFrom ??= otherSpec.TrafficPolicy is null ? null : NameOf(other);
        _spec = _spec with
        {
            Subsets = [.. _spec.Subsets, .. otherSpec.Subsets.Where(subset => !names.Contains(subset.Name))],
            TrafficPolicy = _spec.TrafficPolicy ?? otherSpec.TrafficPolicy,
        };
    }

    public DestinationRuleMatch ToMatch(DestinationRuleLevel level) => new()
    {
        Rule = rule with { Spec = _spec },
        MadeFrom = [.. _madeFrom],
        PolicyFrom = PolicyFrom,
        Level = level,
    };
}
