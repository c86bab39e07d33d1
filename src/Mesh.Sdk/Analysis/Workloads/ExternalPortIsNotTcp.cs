using Mesh.Sdk.Analysis.Indices;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources.Core;

namespace Mesh.Sdk.Analysis.Workloads;

/// <summary>The port of an external name says a protocol that has hosts.</summary>
internal sealed class ExternalPortIsNotTcp : Rule<InContext<Service>>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2850",
        DiagnosticSeverity.Warning,
        "Port {1} of an external name is named '{0}': proxies may send other traffic there too, or lose it.",
        "Name the port after its protocol, such as http or tls.") { IstioCode = "IST0150" };

    public override void Check(InContext<Service> value, Place place)
    {
        if (NamespaceIndex.IsSystem(Names.NamespaceOf(place.Key)) || ControlPlane.Owns(value.Resource.Metadata.Labels) || value.Resource.Spec is not { } spec)
        {
            return;
        }

        for (int i = 0; i < spec.Ports.Count; i++)
        {
            if (spec.Type == ServiceType.ExternalName && spec.Ports[i] is { } port && (port.Name == "tcp" || !PortProtocol.IsSaid(port)))
            {
                place.Field("spec").Field("ports").Item(i).Report(Descriptor, port.Name, port.Port);
            }
        }
    }
}
