using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>A VirtualService routes something.</summary>
internal sealed class VirtualServiceHasRoutes : Rule<VirtualServiceSpec>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2307",
        DiagnosticSeverity.Error,
        "The VirtualService has no route at all.",
        "Add a route to 'http', 'tls' or 'tcp'.");

    public override string VectorId => "VS-NO-ROUTES";

    public override void Check(VirtualServiceSpec value, Place place)
    {
        if (value.Http.Count == 0 && value.Tls.Count == 0 && value.Tcp.Count == 0)
        {
            place.Report(Descriptor);
        }
    }
}
