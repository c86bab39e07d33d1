using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Core;

namespace Mesh.Sdk.Attachment.Objects;

/// <summary>The gateway through which other networks reach a cluster. Source: Istio, <c>samples/multicluster/gen-eastwest-gateway.sh</c>.</summary>
internal static class EastWestGateway
{
    public const string Name = "istio-eastwestgateway";

    public static IEnumerable<IResource> For(string network, string? revision, string @namespace)
    {
        EquatableMap<string> labels = [new("app", Name), new("istio", "eastwestgateway"), new("topology.istio.io/network", network)];
        return
        [
            new ServiceAccount { Metadata = new($"{Name}-service-account", @namespace) { Labels = labels } },
            new Service { Metadata = new(Name, @namespace) { Labels = labels }, Spec = ServiceSpec },
            new Deployment { Metadata = new(Name, @namespace) { Labels = labels }, Spec = Pods(labels, network, revision) },
        ];
    }

    private static EquatableMap<string> Selector => [new("app", Name), new("istio", "eastwestgateway")];

    private static ServiceSpec ServiceSpec => new()
    {
        Type = ServiceType.LoadBalancer,
        Selector = Selector,
        Ports = [Port("status-port", 15021), Port("tls", 15443), Port("tls-istiod", 15012), Port("tls-webhook", 15017)],
    };

    private static DeploymentSpec Pods(EquatableMap<string> labels, string network, string? revision) => new()
    {
        Selector = new() { MatchLabels = Selector },
        Template = new()
        {
            Metadata = new()
            {
                Labels = revision is null ? labels.With("sidecar.istio.io/inject", "true") : labels.With("sidecar.istio.io/inject", "true").With("istio.io/rev", revision),
                Annotations = [new("inject.istio.io/templates", "gateway")],
            },
            Spec = new()
            {
                ServiceAccountName = $"{Name}-service-account",
                Containers = [new() { Name = "istio-proxy", Image = "auto", Env = [new() { Name = "ISTIO_META_REQUESTED_NETWORK_VIEW", Value = network }] }],
            },
        },
    };

    private static ServicePort Port(string name, int port) => new() { Name = name, Port = port, TargetPort = port, Protocol = "TCP" };
}
