using Mesh.Sdk.Analysis;
using Mesh.Sdk.Analysis.VirtualServices;
using Mesh.Sdk.Conformance.Validation;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Conformance.Sets;

internal sealed class ValidationVirtualServiceSet : ValidationSet
{
    public override string Name => "validation-virtualservice";

    protected override IReadOnlyDictionary<string, ValidationTarget> Targets { get; } = new Dictionary<string, ValidationTarget>
    {
        ["VirtualService"] = new("", input => input.Analyze(new VirtualService
        {
            Metadata = input.Metadata,
            Spec = input.Read(VirtualServiceSpec.Read),
        })),
        ["httpRoute"] = Fragment("http[]", HttpRoute.Read, HttpRouteChecks.Check),
        ["delegateHttpRoute"] = Fragment("http[]", HttpRoute.Read, HttpRouteChecks.CheckInDelegate),
        ["l4RouteDestinations"] = new("tcp[].route", input => DestinationChecks.Check(input.ReadList(RouteDestination.Read), input.Place)),
        ["destination"] = Fragment("http[].route[].destination", Destination.Read, DestinationChecks.Check),
        ["httpRetry"] = Fragment("http[].retries", HttpRetry.Read, ActionChecks.Check),
        ["httpRewrite"] = Fragment("http[].rewrite", HttpRewrite.Read, ActionChecks.Check),
        ["httpRedirect"] = new("http[].redirect", CheckRedirect),
        ["httpDirectResponse"] = Fragment("http[].directResponse", HttpDirectResponse.Read, ActionChecks.Check),
        ["faultAbort"] = Fragment("http[].fault.abort", HttpFaultAbort.Read, FaultChecks.Check),
        ["faultDelay"] = Fragment("http[].fault.delay", HttpFaultDelay.Read, FaultChecks.Check),
        ["corsPolicy"] = Fragment("http[].corsPolicy", CorsPolicy.Read, ActionChecks.Check),
    };

    protected override IReadOnlyList<ReadingRule> ReadingRules { get; } =
    [
        ReadingRule.Null("VS-HTTP-NULL", "http[]"),
        ReadingRule.Null("VS-ROUTE-NULL", "route[]"),
        ReadingRule.Null("VS-MIRROR-NULL", "mirrors[]"),
        ReadingRule.Null("VS-MATCH-HEADER-NULL", "match[].headers.*"),
        ReadingRule.Null("VS-TLS-MATCH", "tls[].match[]"),
        ReadingRule.Null("VS-TCP-MATCH", "tcp[].match[]"),
        ReadingRule.Null("VS-CORS-ORIGIN", "allowOrigins[]"),
        ReadingRule.Duration("VS-TIMEOUT", "timeout"),
        ReadingRule.Duration("VS-RETRY-DURATION", "perTryTimeout"),
        ReadingRule.Duration("VS-RETRY-DURATION", "backoff"),
        ReadingRule.Duration("VS-FAULT-DELAY", "fixedDelay"),
        ReadingRule.Duration("VS-FAULT-EXPONENTIAL", "exponentialDelay"),
        ReadingRule.Duration("VS-CORS-MAXAGE", "maxAge"),
    ];

    private static ValidationTarget Fragment<T>(string path, Func<ResourceNode, T> read, Action<T, Place> check)
        where T : class =>
        new(path, input =>
        {
            if (input.Read(read) is { } value)
            {
                check(value, input.Place);
            }
        });

    private static void CheckRedirect(ValidationInput input)
    {
        EquatableList<HttpMatchRequest> matches = input.Context("match", node => new Matches(node.ReadList(HttpMatchRequest.Read)))?.List ?? default;
        ActionChecks.CheckRedirect(new() { Redirect = input.Read(HttpRedirect.Read), Match = matches }, input.Place);
    }

    private sealed record Matches(EquatableList<HttpMatchRequest> List);
}
