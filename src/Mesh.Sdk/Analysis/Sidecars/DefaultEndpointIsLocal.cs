using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Sidecars;

/// <summary>Inbound traffic goes to the workload itself.</summary>
internal sealed class DefaultEndpointIsLocal : Rule<IstioIngressListener>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2612",
        DiagnosticSeverity.Error,
        "defaultEndpoint is '{0}', which is neither a port of the workload nor a socket.",
        "Give 127.0.0.1:port, 0.0.0.0:port, [::1]:port, [::]:port, :port or unix:///path.");

    public override void Check(IstioIngressListener value, Place place)
    {
        if (value.Port is not null && value.DefaultEndpoint is { Length: > 0 } endpoint && !LocalEndpoint.IsValid(endpoint))
        {
            place.Field("defaultEndpoint").Report(Descriptor, endpoint);
        }
    }
}
