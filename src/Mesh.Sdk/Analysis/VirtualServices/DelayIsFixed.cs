using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>Delays that grow are not supported.</summary>
internal sealed class DelayIsFixed : Rule<HttpFaultDelay>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2347",
        DiagnosticSeverity.Error,
        "The delay is an exponentialDelay of {0}, which Istio does not support.",
        "Give 'fixedDelay'.");

    public override string VectorId => "VS-FAULT-EXPONENTIAL";

    public override void Check(HttpFaultDelay value, Place place)
    {
        if (value.ExponentialDelay is { } delay)
        {
            place.Field("exponentialDelay").Report(Descriptor, IstioDuration.ToText(delay));
        }
    }
}
