using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.DestinationRules;

/// <summary>Pings of HTTP/2 have an interval and a timeout.</summary>
internal sealed class KeepAliveIsWhole : Rule<Http2KeepAlive>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2254",
        DiagnosticSeverity.Error,
        "http2KeepAlive has no {0}.",
        "Set both interval and timeout of http2KeepAlive.");

    public override string VectorId => "CP-KEEPALIVE-REQUIRED";

    public override void Check(Http2KeepAlive value, Place place)
    {
        if (value.Interval is null)
        {
            place.Field("interval").Report(Descriptor, "interval");
        }

        if (value.Timeout is null)
        {
            place.Field("timeout").Report(Descriptor, "timeout");
        }
    }
}
