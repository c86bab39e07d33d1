using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>Settings of retries need retries.</summary>
internal sealed class RetrySettingsNeedAttempts : Rule<HttpRetry>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2366",
        DiagnosticSeverity.Error,
        "'{0}' is set, but attempts is 0 or missing, so nothing is tried again.",
        "Set 'attempts' to the number of retries, or remove '{0}'.");

    public override string VectorId => "VS-RETRY-ZERO-ATTEMPTS";

    public override void Check(HttpRetry value, Place place)
    {
        string? field = value.PerTryTimeout is not null ? "perTryTimeout"
            : !string.IsNullOrEmpty(value.RetryOn) ? "retryOn"
            : value.RetryRemoteLocalities is not null ? "retryRemoteLocalities"
            : null;
        if (value.Attempts is null or 0 && field is not null)
        {
            place.Field(field).Report(Descriptor, field);
        }
    }
}
