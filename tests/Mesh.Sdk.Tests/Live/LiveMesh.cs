namespace Mesh.Sdk.Tests.Live;

/// <summary>A live mesh as Prometheus would tell of it: the article's, of which AWS is lost after ten minutes.</summary>
internal static class LiveMesh
{
    public const string Ingress = "waynz0r-1009-02-aws";
    public const string Aws = "waynz0r-1009-01-aws";
    public const string Gke = "waynz0r-1009-01-gke";

    private const string Gateway = $"source_workload=istio-ingressgateway source_workload_namespace=istio-system source_cluster={Ingress}";

    /// <summary>Gets the begin of the half hour; a multiple of no step but seconds.</summary>
    public static DateTimeOffset From { get; } = new(2026, 3, 4, 10, 0, 7, TimeSpan.Zero);

    public static DateTimeOffset To => From + TimeSpan.FromMinutes(30);

    private static double Loss => From.ToUnixTimeSeconds() + 600;

    public static void Fill(PrometheusServer server)
    {
        server.Add($"{Gateway} {Service("frontpage", Aws)}", t => t < Loss ? "100" : "0");
        server.Add($"{Gateway} {Service("frontpage", Gke)}", t => t < Loss + 120 ? "0" : "100");
        server.Add($"{Gateway} {Service("frontpage", "unknown")} response_code=503 response_flags=UH", t => t >= Loss && t < Loss + 120 ? "100" : null);
        server.Add($"source_workload=frontpage-v1 source_workload_namespace=backyards-demo source_cluster={Gke} {Service("bookings", Gke)}", t => t < Loss + 120 ? null : "80");
        server.Add($"source_workload=frontpage-v1 source_workload_namespace=backyards-demo source_cluster={Gke} {Service("bookings", Gke)} response_code=500", t => t < Loss + 120 ? null : "20");
        server.Add($"reporter=destination {Gateway} {Service("frontpage", Gke)}", 7);
    }

    public static string Service(string name, string cluster) =>
        $"destination_service_name={name} destination_service_namespace=backyards-demo destination_workload={name}-v1 destination_workload_namespace=backyards-demo destination_cluster={cluster}";
}
