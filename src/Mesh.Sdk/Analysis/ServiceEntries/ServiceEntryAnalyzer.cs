using Mesh.Sdk.Analysis.Exports;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.ServiceEntries;

/// <summary>Istio's validation of ServiceEntry. Source: Istio, <c>pkg/config/validation</c>.</summary>
internal sealed class ServiceEntryAnalyzer : IAnalyzer
{
    private static readonly EntrySelectorIsLiteral LiteralRule = new();

    private static readonly EntrySelectorHasLabels LabelsRule = new();

    private static readonly Rule<ServiceEntrySpec>[] SpecRules =
    [
        new EndpointsOrSelector(),
        new EntryHasHosts(),
        new EntryHostIsNotEverything(),
        new EntryHostIsDomain(),
        new EntryWildcardIsWhole(),
        new EntryAddressIsIp(),
        new RangesAreNotResolved(),
        new EntryPortNamesDiffer(),
        new EntryPortNumbersDiffer(),
        new ManyHostsAreToldApart(),
    ];

    private static readonly TcpHasAddress TcpRule = new();

    public IEnumerable<IRule> Rules =>
        [LiteralRule, LabelsRule, .. SpecRules, TcpRule, .. EntryPortChecks.Rules, .. ResolutionChecks.Rules, .. ExportChecks.Rules];

    public void Analyze(AnalysisContext context)
    {
        foreach ((ServiceEntry entry, Place place) in context.Each<ServiceEntry>())
        {
            if (entry.Spec is { } spec)
            {
                Check(new LabeledEntry(spec, entry.Metadata?.Labels ?? default), place.Field("spec"));
            }
        }
    }

    private static void Check(LabeledEntry entry, Place place)
    {
        ServiceEntrySpec spec = entry.Spec;
        if (spec.WorkloadSelector is { } selector)
        {
            Place selectorPlace = place.Field("workloadSelector");
            if (selectorPlace.Finds(selector, LiteralRule))
            {
                return;
            }

            LabelsRule.Check(selector, selectorPlace);
        }

        place.Finds(spec, SpecRules);
        TcpRule.Check(entry, place);
        for (int i = 0; i < spec.Ports.Count; i++)
        {
            EntryPortChecks.Check(spec.Ports[i], place.Field("ports").Item(i));
        }

        ResolutionChecks.Check(entry, place);
        ExportChecks.CheckServiceEntry(spec.ExportTo, place.Field("exportTo"));
    }
}
