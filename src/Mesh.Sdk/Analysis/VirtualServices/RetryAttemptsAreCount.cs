using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>The number of retries is not negative.</summary>
internal sealed class RetryAttemptsAreCount : Rule<HttpRetry>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2365",
        DiagnosticSeverity.Error,
        "attempts is {0}, and a number of retries can't be negative.",
        "Give 0 for no retries, or a larger number.");

    public override string VectorId => "VS-RETRY-ATTEMPTS";

    public override void Check(HttpRetry value, Place place)
    {
        if (value.Attempts is < 0)
        {
            place.Field("attempts").Report(Descriptor, value.Attempts);
        }
    }
}
