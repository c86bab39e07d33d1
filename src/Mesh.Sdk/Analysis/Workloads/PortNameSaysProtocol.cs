using Mesh.Sdk.Analysis.Indices;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources.Core;

namespace Mesh.Sdk.Analysis.Workloads;

/// <summary>The name of a port says its protocol.</summary>
internal sealed class PortNameSaysProtocol : Rule<InContext<Service>>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2818",
        DiagnosticSeverity.Info,
        "Neither the name '{0}' nor appProtocol says the protocol of port {1}, so Istio guesses it from the traffic.",
        "Set appProtocol, or a name such as http or grpc-web.") { IstioCode = "IST0118" };

    public override void Check(InContext<Service> value, Place place)
    {
        if (NamespaceIndex.IsSystem(Names.NamespaceOf(place.Key)) || ControlPlane.Owns(value.Resource.Metadata.Labels) || value.Resource.Spec is not { } spec)
        {
            return;
        }

        for (int i = 0; i < spec.Ports.Count; i++)
        {
            if (spec.Type != ServiceType.ExternalName && spec.Ports[i] is { } port && !PortProtocol.IsSaid(port))
            {
                place.Field("spec").Field("ports").Item(i).Report(Descriptor, port.Name, port.Port);
            }
        }
    }
}
