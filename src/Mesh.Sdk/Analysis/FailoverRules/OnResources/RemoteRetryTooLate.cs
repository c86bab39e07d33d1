using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>Other localities are tried from the second retry on.</summary>
/// <remarks>Specification 5.</remarks>
internal sealed class RemoteRetryTooLate : Rule<RouteView>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2133",
        DiagnosticSeverity.Info,
        "retryRemoteLocalities leaves out localities that were tried at every second retry, and attempts is {0}: no retry ever reaches another locality of {1}.",
        "Set attempts to 2 or more.");

    public override void Check(RouteView value, Place place)
    {
        if (value.Retries is { RetryRemoteLocalities: true, Attempts: 0 or 1 })
        {
            Place field = place.Field("retries").Field("attempts");
            field.Report(field.SetField(2, $"Set {field.Path} to 2."), Descriptor, value.Retries.Attempts, value.Host);
        }
    }
}
