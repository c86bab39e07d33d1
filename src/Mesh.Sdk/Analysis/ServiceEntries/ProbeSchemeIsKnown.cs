using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.ServiceEntries;

/// <summary>A probe asks by HTTP or HTTPS.</summary>
internal sealed class ProbeSchemeIsKnown : Rule<ReadinessProbe>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2474",
        DiagnosticSeverity.Error,
        "The scheme of the probe is '{0}', and Istio wants HTTP or HTTPS.",
        "Set httpGet.scheme to HTTP or HTTPS, or leave it out for HTTP.");

    public override void Check(ReadinessProbe value, Place place)
    {
        if (value.HttpGet?.Scheme is { Length: > 0 } scheme && scheme is not ("HTTP" or "HTTPS"))
        {
            place.Field("httpGet").Field("scheme").Report(Descriptor, scheme);
        }
    }
}
