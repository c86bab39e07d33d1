using Mesh.Sdk.Failover;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>An HTTP route to a service whose hosts are ejected when they fail.</summary>
/// <param name="Route">The route, which has retries.</param>
/// <param name="Retries">How it tries again.</param>
/// <param name="Host">The service.</param>
/// <param name="Detection">Outlier detection of the rule that clients in the route's namespace use.</param>
/// <param name="Place">Place of the route.</param>
internal sealed record RouteView(HttpRoute Route, HttpRetry Retries, string Host, OutlierDetection Detection, Place Place)
{
    public static IEnumerable<RouteView> Of(VirtualService service, Place place, FailoverModel model)
    {
        EquatableList<HttpRoute> routes = service.Spec?.Http ?? default;
        for (int i = 0; i < routes.Count; i++)
        {
            if (routes[i] is not { Retries: { } retries } route)
            {
                continue;
            }

            string @namespace = service.Metadata.Namespace ?? "";
            foreach (string host in HostsOf(route, @namespace, model.Defaults.Domain))
            {
                if (DetectionOf(host, @namespace, model.In(place.Key.Cluster), model) is { } detection)
                {
                    yield return new(route, retries, host, detection, place.Field("spec").Field("http").Item(i));
                    break;
                }
            }
        }
    }

    private static IEnumerable<string> HostsOf(HttpRoute route, string @namespace, string domain) =>
        from destination in route.Route
        let host = destination?.Destination?.Host
        where host is not null
        select HostMatching.Complete(host, @namespace, domain);

    private static OutlierDetection? DetectionOf(string host, string @namespace, ClusterRules rules, FailoverModel model) =>
        rules.Find(@namespace, KubernetesHosts.NamespaceOf(host, model.Defaults.Domain) ?? "", host)?.Rule.Spec?.TrafficPolicy?.OutlierDetection;
}
