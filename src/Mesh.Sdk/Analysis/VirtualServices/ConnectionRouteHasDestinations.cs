using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>Connections go somewhere.</summary>
internal sealed class ConnectionRouteHasDestinations : Rule<EquatableList<RouteDestination>>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2385",
        DiagnosticSeverity.Error,
        "The route has no destination.",
        "Give 'route' with the services that get the connections.");

    public override string VectorId => "VS-L4-ROUTE";

    public override void Check(EquatableList<RouteDestination> value, Place place)
    {
        if (value.Count == 0)
        {
            place.Report(Descriptor);
        }
    }
}
