using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources.Core;

namespace Mesh.Sdk.Analysis.Conflicts;

/// <summary>A service is the same in all clusters.</summary>
internal sealed class ServiceIsAlike : Rule<InContext<Service>>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2870",
        DiagnosticSeverity.Warning,
        "The service differs between the clusters {0} ({1}), so the same request does not mean the same everywhere.",
        "Give it the same type, ports and clusterIP: None in all of them.") { IstioCode = "IST0170" };

    public override void Check(InContext<Service> value, Place place)
    {
        if (ServiceDifferences.Of(value.Context).Of(place.Key) is ({ } clusters, { } reasons))
        {
            place.Field("spec").Report(Descriptor, clusters, reasons);
        }
    }
}
