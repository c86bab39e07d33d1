using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Core;

namespace Mesh.Sdk.Analysis.Indices;

/// <summary>The ingress gateway of a default installation, which stands in where the objects have nothing of Istio's own.</summary>
/// <remarks>Source: Istio, <c>pkg/config/analysis/local</c>: istioctl adds the like when it looks at files alone.</remarks>
internal static class DefaultIngress
{
    private const string Name = "istio-ingressgateway";

    private static readonly EquatableMap<string> Labels = EquatableMap.Create<string>([KeyValuePair.Create("istio", "ingressgateway")]);

    /// <summary>Gets its Service, which has the ports of the default profile.</summary>
    public static Service Service { get; } = new()
    {
        Metadata = new ObjectMeta { Name = Name },
        Spec = new ServiceSpec
        {
            Selector = Labels,
            Ports =
            [
                new ServicePort { Name = "http2", Port = 80 },
                new ServicePort { Name = "https", Port = 443 },
                new ServicePort { Name = "tcp", Port = 31400 },
                new ServicePort { Name = "tls", Port = 15443 },
            ],
        },
    };

    public static PodTemplate Pod(AnalysisContext context)
    {
        ResourceKey key = new("", "v1", "Pod", context.Defaults.RootNamespace, Name);
        return new() { Key = key, Place = new Place(context.Sink, key), IsPod = true, Labels = Labels, Containers = [new PodContainer("istio-proxy", "", null)] };
    }
}
