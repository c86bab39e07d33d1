using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Rendering;

/// <summary>The DestinationRule of a service, if anything of it differs from the mesh's defaults.</summary>
internal static class DestinationRuleRenderer
{
    public static IEnumerable<IResource> Render(MeshService service)
    {
        TrafficPolicy policy = new()
        {
            LoadBalancer = LoadBalancerRenderer.Render(service),
            ConnectionPool = service.ConnectionPool is { } pool ? Render(pool) : null,
            OutlierDetection = service.OutlierDetection is { } detection ? Render(detection) : null,
            Tls = service.ClientTls is { } mode ? Render(mode) : null,
        };
        bool hasPolicy = policy != new TrafficPolicy();
        if (!hasPolicy && service.Subsets.Count == 0)
        {
            return [];
        }

        return
        [
            new DestinationRule
            {
                Metadata = new(service.Name, service.Namespace),
                Spec = new()
                {
                    Host = service.Host,
                    TrafficPolicy = hasPolicy ? policy : null,
                    Subsets = service.Subsets.Select(s => new Subset { Name = s.Name, Labels = s.Labels }).ToEquatableListOrUnset(),
                },
            },
        ];
    }

    private static Istio.OutlierDetection Render(Topology.MeshOutlierDetection detection) => new()
    {
        Consecutive5xxErrors = detection.Consecutive5xxErrors,
        ConsecutiveGatewayErrors = detection.ConsecutiveGatewayErrors,
        SplitExternalLocalOriginErrors = detection.SplitExternalLocalOriginErrors,
        ConsecutiveLocalOriginFailures = detection.ConsecutiveLocalOriginFailures,
        Interval = detection.Interval,
        BaseEjectionTime = detection.BaseEjectionTime,
        MaxEjectionPercent = detection.MaxEjectionPercent,
        MinHealthPercent = detection.MinHealthPercent,
    };

    private static ConnectionPoolSettings Render(ConnectionPool pool)
    {
        ConnectionPoolTcpSettings tcp = new()
        {
            MaxConnections = pool.MaxConnections,
            ConnectTimeout = pool.ConnectTimeout,
            MaxConnectionDuration = pool.MaxConnectionDuration,
        };
        ConnectionPoolHttpSettings http = new()
        {
            Http1MaxPendingRequests = pool.MaxPendingRequests,
            Http2MaxRequests = pool.MaxRequests,
            MaxRequestsPerConnection = pool.MaxRequestsPerConnection,
            MaxRetries = pool.MaxRetries,
            IdleTimeout = pool.IdleTimeout,
        };
        return new()
        {
            Tcp = tcp == new ConnectionPoolTcpSettings() ? null : tcp,
            Http = http == new ConnectionPoolHttpSettings() ? null : http,
        };
    }

    private static ClientTlsSettings Render(Topology.ClientTlsMode mode) => new()
    {
        Mode = mode == Topology.ClientTlsMode.Disable ? Istio.ClientTlsSettingsMode.Disable : Istio.ClientTlsSettingsMode.IstioMutual,
    };
}
