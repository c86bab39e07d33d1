using Mesh.Sdk.Analysis;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Tests.Analysis;

/// <summary>Typed resources may lack what their types promise; analysis looks at them all the same.</summary>
public sealed class SparseResourceTests
{
    private static readonly ObjectMeta Metadata = new("orders", "shop");

    private static readonly IResource[] Resources =
    [
        new VirtualService { Metadata = Metadata },
        new VirtualService
        {
            Metadata = Metadata,
            Spec = new()
            {
                Hosts = [null!, null!],
                Gateways = [null!],
                ExportTo = [null!],
                Http =
                [
                    null!,
                    new(),
                    new()
                    {
                        Match = [null!, new() { Headers = [new("a", null!)], WithoutHeaders = [new("", null!)], QueryParams = [new("q", null!)], Gateways = [null!], SourceLabels = [new("", null!)] }],
                        Route = [null!, new() { Destination = null, Headers = new() { Request = new() { Set = [new("a", null!)], Remove = [null!] } } }, new() { Destination = new() { Host = null! } }],
                        Mirrors = [null!, new() { Destination = null }],
                        Redirect = new(),
                        Rewrite = new() { UriRegexRewrite = new() },
                        Fault = new() { Abort = new() { Percentage = new() }, Delay = new() },
                        CorsPolicy = new() { AllowOrigins = [null!], AllowMethods = [null!], AllowHeaders = [null!] },
                        DirectResponse = new() { Status = 200, Body = new() },
                        Retries = new() { RetryOn = "," },
                        Delegate = new(),
                    },
                ],
                Tls = [null!, new() { Match = [null!, new() { SniHosts = [null!], DestinationSubnets = [null!] }], Route = [null!] }],
                Tcp = [null!, new() { Match = [null!, new() { DestinationSubnets = [null!] }] }],
            },
        },
        new Sidecar { Metadata = Metadata },
        new Sidecar
        {
            Metadata = Metadata,
            Spec = new()
            {
                WorkloadSelector = new() { Labels = [new("a", null!)] },
                Ingress = [null!, new() { Port = null }, new() { Port = new(), Tls = new(), ConnectionPool = new() }],
                Egress = [null!, new() { Hosts = [null!] }, new() { Port = new(), Hosts = default }],
                OutboundTrafficPolicy = new() { Mode = OutboundTrafficPolicyMode.AllowAny, EgressProxy = new() { Host = null! } },
                InboundConnectionPool = new(),
            },
        },
        new PeerAuthentication { Metadata = Metadata },
        new PeerAuthentication { Metadata = Metadata, Spec = new() { Selector = new() { MatchLabels = [new("", null!)] }, PortLevelMtls = [new("", null!)] } },
        new RequestAuthentication { Metadata = Metadata },
        new RequestAuthentication
        {
            Metadata = Metadata,
            Spec = new()
            {
                TargetRefs = [null!, new() { Kind = null!, Name = null! }],
                JwtRules = [null!, new() { Audiences = [null!], FromHeaders = [null!], FromParams = [null!], Jwks = "[", JwksUri = "http://[", OutputClaimToHeaders = [null!] }],
            },
        },
        new AuthorizationPolicy { Metadata = Metadata },
        new AuthorizationPolicy
        {
            Metadata = Metadata,
            Spec = new()
            {
                Action = AuthorizationAction.Custom,
                Rules =
                [
                    null!,
                    new()
                    {
                        From = [null!, new(), new() { Source = new() { Principals = [null!], ServiceAccounts = [null!], IpBlocks = [null!] } }],
                        To = [null!, new(), new() { Operation = new() { Paths = [null!], Ports = [null!] } }],
                        When = [null!, new() { Key = null!, Values = [null!] }],
                    },
                ],
            },
        },
        new Telemetry { Metadata = Metadata },
        new Telemetry
        {
            Metadata = Metadata,
            Spec = new()
            {
                Metrics = [null!, new() { Overrides = [null!, new() { TagOverrides = [new("a", null!)], Match = new() }], Providers = [null!] }],
                Tracing = [null!, new() { CustomTags = [new("a", null!)] }],
                AccessLogging = [null!, new() { Filter = new() }],
            },
        },
        new ProxyConfig { Metadata = Metadata },
        new ProxyConfig { Metadata = Metadata, Spec = new() { Selector = new() } },
    ];

    [TestCaseSource(nameof(Resources))]
    public void Analysis_does_not_throw(IResource resource)
    {
        Action act = () => ResourceSet.From([resource]).Analyze();

        act.Should().NotThrow();
    }
}
