using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.DestinationRules;

/// <summary>Times of a connection pool are whole numbers of milliseconds.</summary>
internal sealed class PoolTimesAreDurations : Rule<ConnectionPoolSettings>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2252",
        DiagnosticSeverity.Error,
        "{0} is {1}, and Istio accepts whole milliseconds from 1 ms on.",
        "Set {0} to a duration such as 10s; only tcp.idleTimeout may be 0s, which switches it off.");

    public override string VectorId => "CP-DURATION";

    public override void Check(ConnectionPoolSettings value, Place place)
    {
        Place tcp = place.Field("tcp");
        Place http = place.Field("http");
        Check(value.Tcp?.ConnectTimeout, "connectTimeout", tcp);
        Check(value.Tcp?.MaxConnectionDuration, "maxConnectionDuration", tcp);
        Check(value.Tcp?.TcpKeepalive?.Time, "time", tcp.Field("tcpKeepalive"));
        Check(value.Tcp?.TcpKeepalive?.Interval, "interval", tcp.Field("tcpKeepalive"));
        Check(value.Http?.IdleTimeout, "idleTimeout", http);
        Check(value.Http?.Http2KeepAlive?.Interval, "interval", http.Field("http2KeepAlive"));
        Check(value.Http?.Http2KeepAlive?.Timeout, "timeout", http.Field("http2KeepAlive"));
        if (value.Tcp?.IdleTimeout is { } idle && (idle >= IstioDuration.Shortest || idle <= -IstioDuration.Shortest))
        {
            Check(idle, "idleTimeout", tcp);
        }
    }

    private void Check(TimeSpan? time, string field, Place place)
    {
        if (time is { } given && !IstioDuration.IsAccepted(given))
        {
            place.Field(field).Report(Descriptor, field, IstioDuration.ToText(given));
        }
    }
}
