using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>The port of a redirect is a port.</summary>
internal sealed class RedirectPortInRange : Rule<HttpRedirect>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2355",
        DiagnosticSeverity.Error,
        "The port of the redirect is {0}, and ports are 1 to 65535.",
        "Give such a port.");

    public override string VectorId => "VS-REDIRECT-PORT";

    public override void Check(HttpRedirect value, Place place)
    {
        if (value.Port is < 0 or > 65535)
        {
            place.Field("port").Report(Descriptor, value.Port);
        }
    }
}
