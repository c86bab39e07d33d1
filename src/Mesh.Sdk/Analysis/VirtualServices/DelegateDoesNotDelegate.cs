using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>A delegate does not delegate further.</summary>
internal sealed class DelegateDoesNotDelegate : Rule<HttpRoute>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2311",
        DiagnosticSeverity.Error,
        "The VirtualService has no hosts and so is a delegate, but this route delegates to '{0}'.",
        "Give the routes of '{0}' here, or the hosts that the VirtualService is for.");

    public override string VectorId => "VS-DELEGATE-NESTED";

    public override void Check(HttpRoute value, Place place)
    {
        if (value.Delegate is { } target)
        {
            place.Field("delegate").Report(Descriptor, target.Name);
        }
    }
}
