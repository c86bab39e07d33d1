using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.ServiceEntries;

/// <summary>Istio's validation of WorkloadEntry and WorkloadGroup. Source: Istio, <c>pkg/config/validation</c>.</summary>
internal sealed class WorkloadAnalyzer : IAnalyzer
{
    private static readonly GroupHasTemplate TemplateRule = new();

    private static readonly Rule<ReadinessProbe>[] ProbeRules =
    [
        new ProbeNumbersAreNotNegative(),
        new ProbeHasMethod(),
        new ProbePortInRange(),
        new ProbeSchemeIsKnown(),
        new ProbeHasCommand(),
    ];

    public IEnumerable<IRule> Rules => [.. WorkloadChecks.Rules, TemplateRule, .. ProbeRules];

    public void Analyze(AnalysisContext context)
    {
        foreach ((WorkloadEntry entry, Place place) in context.Each<WorkloadEntry>())
        {
            if (entry.Spec is { } spec)
            {
                WorkloadChecks.Check(new WorkloadEndpoint(spec, null), place.Field("spec"));
            }
        }

        foreach ((WorkloadGroup group, Place place) in context.Each<WorkloadGroup>())
        {
            if (group.Spec is { } spec)
            {
                Check(spec, place.Field("spec"));
            }
        }
    }

    // An address comes with each workload that registers, so istiod does not ask the template for one.
    private static void Check(WorkloadGroupSpec spec, Place place)
    {
        TemplateRule.Check(spec, place);
        WorkloadChecks.CheckLabels(spec.Metadata?.Labels ?? default, place.Field("metadata").Field("labels"));
        if (spec.Probe is { } probe)
        {
            place.Field("probe").Finds(probe, ProbeRules);
        }
    }
}
