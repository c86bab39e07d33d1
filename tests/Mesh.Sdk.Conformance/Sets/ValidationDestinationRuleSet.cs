using Mesh.Sdk.Analysis;
using Mesh.Sdk.Analysis.DestinationRules;
using Mesh.Sdk.Analysis.Exports;
using Mesh.Sdk.Conformance.Validation;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

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
        ["trafficPolicy"] = new("trafficPolicy", input => TrafficPolicyChecks.Check(input.Read(TrafficPolicy.Read), input.Place)),
        ["connectionPool"] = new("trafficPolicy.connectionPool", input => ConnectionPoolChecks.Check(input.Read(ConnectionPoolSettings.Read), input.Place)),
        ["loadBalancer"] = new("trafficPolicy.loadBalancer", input => LoadBalancerChecks.Check(input.Read(LoadBalancerSettings.Read), Outliers(input), input.Place)),
        ["outlierDetection"] = new("trafficPolicy.outlierDetection", input => OutlierDetectionChecks.Check(input.Read(OutlierDetection.Read), input.Place)),
        ["localityLbSetting"] = new(
            "trafficPolicy.loadBalancer.localityLbSetting",
            input => LocalityChecks.Check(input.Read(LocalityLoadBalancerSetting.Read), Outliers(input), input.Place)),
        ["zoneAwareLbSetting"] = new(
            "trafficPolicy.loadBalancer.zoneAwareLbSetting",
            input => ZoneAwareChecks.Check(input.Read(ZoneAwareLoadBalancerSetting.Read), Outliers(input), input.Place)),
        ["localityList"] = new("", input => LocalityListChecks.Check(input.ReadTexts().Select((text, i) => (text, input.Place.Item(i))))),
        ["clientTls"] = new("trafficPolicy.tls", input => ClientTlsChecks.Check(input.Read(ClientTlsSettings.Read), input.Place)),
        ["exportTo"] = new("exportTo", CheckExports),
    };

    protected override IReadOnlyList<ReadingRule> ReadingRules { get; } =
    [
        ReadingRule.Null("DR-SUBSET-NULL", "subsets[]"),
        ReadingRule.Null("TP-PORT-NULL", "portLevelSettings[]"),
        ReadingRule.Duration("OD-BASE-EJECTION", "outlierDetection.baseEjectionTime"),
        ReadingRule.Duration("OD-INTERVAL", "outlierDetection.interval"),
        ReadingRule.Duration("CP-DURATION", "tcp.connectTimeout"),
        ReadingRule.Duration("CP-DURATION", "tcp.maxConnectionDuration"),
        ReadingRule.Duration("CP-DURATION", "tcp.idleTimeout") with { Allows = IsSwitchedOff },
        ReadingRule.Duration("CP-DURATION", "tcpKeepalive.time"),
        ReadingRule.Duration("CP-DURATION", "tcpKeepalive.interval"),
        ReadingRule.Duration("CP-DURATION", "http.idleTimeout"),
        ReadingRule.Duration("CP-DURATION", "http2KeepAlive.interval"),
        ReadingRule.Duration("CP-DURATION", "http2KeepAlive.timeout"),
        ReadingRule.Duration("LB-WARMUP-DURATION", "warmup.duration"),
    ];

    private static OutlierDetection? Outliers(ValidationInput input) => input.Context("outlierDetection", OutlierDetection.Read);

    private static void CheckExports(ValidationInput input)
    {
        Action<EquatableList<string>, Place> check =
            input.Has("serviceEntry") ? ExportChecks.CheckServiceEntry
            : input.Has("destinationRuleWithSelector") ? ExportChecks.CheckSelective
            : ExportChecks.Check;
        check(input.ReadTexts(), input.Place);
    }

    private static bool IsSwitchedOff(string text) => GoDuration.TryParseNanoseconds(text, out long nanoseconds) && nanoseconds is > -1_000_000 and < 1_000_000;
}
