using Mesh.Sdk.Analysis.Indices;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Workloads;

/// <summary>Applications do not run as the user of the sidecar.</summary>
internal sealed class UserIsNotTheProxy : Rule<PodInContext>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2844",
        DiagnosticSeverity.Warning,
        "'{0}' runs as user 1337, whose traffic passes by the sidecar.",
        "Run it as another user.") { IstioCode = "IST0144" };

    public override void Check(PodInContext value, Place place)
    {
        if (ControlPlane.Owns(value.Pod.Labels))
        {
            return;
        }

        if (IsProxy(value.Pod.SecurityContext))
        {
            place.Report(Descriptor, "The pod");
        }

        foreach (PodContainer container in value.Pod.Containers.Where(c => c.Name is not ("istio-proxy" or "istio-operator") && IsProxy(c.SecurityContext)))
        {
            place.Report(Descriptor, container.Name);
        }
    }

    private static bool IsProxy(UntypedValue? securityContext) => securityContext?.Fields["runAsUser"]?.Number == "1337";
}
