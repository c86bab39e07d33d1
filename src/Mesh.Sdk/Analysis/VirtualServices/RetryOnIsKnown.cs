using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>Retries have reasons that Envoy knows.</summary>
internal sealed class RetryOnIsKnown : Rule<HttpRetry>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2368",
        DiagnosticSeverity.Error,
        "'{0}' in retryOn is neither a reason for retries nor an HTTP status.",
        "Give reasons such as 'connect-failure,refused-stream,503', without spaces.");

    public override string VectorId => "VS-RETRY-ON";

    public override void Check(HttpRetry value, Place place)
    {
        if (string.IsNullOrEmpty(value.RetryOn))
        {
            return;
        }

        foreach (string token in value.RetryOn.Split(',').Distinct())
        {
            if (!RetryReasons.IsKnown(token))
            {
                place.Field("retryOn").Report(Descriptor, token);
            }
        }
    }
}
