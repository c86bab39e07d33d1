using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Sidecars;

/// <summary>A listener for outbound traffic has hosts.</summary>
internal sealed class EgressHasHosts : Rule<IstioEgressListener>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2619",
        DiagnosticSeverity.Error,
        "The listener has no hosts.",
        "Give 'hosts', such as './*' for the services of the own namespace.");

    public override void Check(IstioEgressListener value, Place place)
    {
        if (value.Hosts.Count == 0)
        {
            place.Field("hosts").Report(Descriptor);
        }
    }
}
