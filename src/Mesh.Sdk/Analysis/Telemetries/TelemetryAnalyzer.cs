using Mesh.Sdk.Analysis.Security;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Telemetries;

/// <summary>Istio's validation of Telemetry. Source: Istio, <c>pkg/config/validation</c>.</summary>
internal sealed class TelemetryAnalyzer : IAnalyzer
{
    private static readonly Rule<TelemetrySpec>[] SpecRules = [new TracingIsGivenOnce()];
    private static readonly Rule<EquatableList<TelemetryProvider>>[] ProviderRules = [new ProviderHasName()];
    private static readonly Rule<TelemetryTracing>[] TracingRules = [new TracingHasOneProvider(), new SamplingIsPercentage(), new TraceTagHasName()];
    private static readonly Rule<TracingCustomTag>[] TagRules = [new TraceTagHasSource()];
    private static readonly Rule<AccessLoggingFilter>[] FilterRules = [new LogFilterIsExpression()];

    public IEnumerable<IRule> Rules =>
    [
        .. SpecRules, .. ProviderRules, .. TracingRules, .. TagRules, .. FilterRules, .. MetricsChecks.Rules, .. PolicyTargetChecks.Rules,
    ];

    public void Analyze(AnalysisContext context)
    {
        foreach ((Telemetry telemetry, Place place) in context.Each<Telemetry>())
        {
            if (telemetry.Spec is { } spec)
            {
                Check(spec, place.Field("spec"));
            }
        }
    }

    private static void Check(TelemetrySpec spec, Place place)
    {
        place.Finds(spec, SpecRules);
        PolicyTargetChecks.Check(new PolicyTarget(spec.Selector, spec.TargetRef, spec.TargetRefs), place);
        for (int i = 0; i < spec.Metrics.Count; i++)
        {
            Place at = place.Field("metrics").Item(i);
            at.Field("providers").Finds(spec.Metrics[i]?.Providers ?? default, ProviderRules);
            MetricsChecks.Check(spec.Metrics[i], at);
        }

        for (int i = 0; i < spec.Tracing.Count; i++)
        {
            Check(spec.Tracing[i], place.Field("tracing").Item(i));
        }

        for (int i = 0; i < spec.AccessLogging.Count; i++)
        {
            Check(spec.AccessLogging[i], place.Field("accessLogging").Item(i));
        }
    }

    private static void Check(TelemetryTracing? tracing, Place place)
    {
        if (tracing is null)
        {
            return;
        }

        place.Field("providers").Finds(tracing.Providers, ProviderRules);
        place.Finds(tracing, TracingRules);
        foreach ((string name, TracingCustomTag tag) in tracing.CustomTags)
        {
            if (tag is not null)
            {
                place.Field("customTags").Entry(name).Finds(tag, TagRules);
            }
        }
    }

    private static void Check(AccessLogging? logging, Place place)
    {
        place.Field("providers").Finds(logging?.Providers ?? default, ProviderRules);
        if (logging?.Filter is { } filter)
        {
            place.Field("filter").Finds(filter, FilterRules);
        }
    }
}
