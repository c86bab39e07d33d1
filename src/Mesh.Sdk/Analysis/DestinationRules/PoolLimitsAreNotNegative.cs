using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.DestinationRules;

/// <summary>Limits of a connection pool are not negative.</summary>
internal sealed class PoolLimitsAreNotNegative : Rule<ConnectionPoolSettings>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2251",
        DiagnosticSeverity.Error,
        "{0} is {1}, and a limit can't be negative.",
        "Set {0} to 0 or more; leave it out for Istio's default.");

    public override string VectorId => "CP-NEGATIVE";

    public override void Check(ConnectionPoolSettings value, Place place)
    {
        Place tcp = place.Field("tcp");
        Place http = place.Field("http");
        Check(value.Tcp?.MaxConnections, "maxConnections", tcp);
        Check(value.Http?.Http1MaxPendingRequests, "http1MaxPendingRequests", http);
        Check(value.Http?.Http2MaxRequests, "http2MaxRequests", http);
        Check(value.Http?.MaxRequestsPerConnection, "maxRequestsPerConnection", http);
        Check(value.Http?.MaxRetries, "maxRetries", http);
        Check(value.Http?.MaxConcurrentStreams, "maxConcurrentStreams", http);
    }

    private void Check(int? limit, string field, Place place)
    {
        if (limit < 0)
        {
            place.Field(field).Report(Descriptor, field, limit);
        }
    }
}
