using System.Globalization;
using System.Text;

namespace Mesh.Sdk.Live;

/// <summary>The question to Prometheus: <c>istio_requests_total</c> as rates, added up over all that the page does not show.</summary>
internal static class TrafficQuery
{
    /// <summary>The labels that are kept. Localities are no standard labels: they are there where Telemetry adds them.</summary>
    private static readonly string[] Labels =
    [
        "source_workload", "source_workload_namespace", "source_cluster", "source_locality",
        "destination_service_name", "destination_service_namespace", "destination_workload", "destination_workload_namespace",
        "destination_cluster", "destination_locality", "response_code", "response_flags", "grpc_response_status",
    ];

    public static string Of(PrometheusOptions options)
    {
        StringBuilder matchers = new($"reporter=\"{Word(options.Reporter)}\"");
        foreach ((string label, string value) in options.Where)
        {
            matchers.Append(CultureInfo.InvariantCulture, $",{label}=\"{Escaped(value)}\"");
        }

        return $"sum by ({string.Join(",", Labels)}) (rate(istio_requests_total{{{matchers}}}[{Milliseconds(options.EffectiveRateWindow)}ms]))";
    }

    private static string Word(TrafficReporter reporter) => reporter switch
    {
        TrafficReporter.Source => "source",
        TrafficReporter.Destination => "destination",
        _ => "waypoint",
    };

    private static string Milliseconds(TimeSpan time) => ((long)time.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);

    private static string Escaped(string value) => value.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
}
