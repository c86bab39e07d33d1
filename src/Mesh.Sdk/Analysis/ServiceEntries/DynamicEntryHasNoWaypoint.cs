using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.ServiceEntries;

/// <summary>Who is resolved while requests come in is inside the mesh only without waypoint.</summary>
internal sealed class DynamicEntryHasNoWaypoint : Rule<LabeledEntry>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2428",
        DiagnosticSeverity.Error,
        "resolution is DYNAMIC_DNS, location MESH_INTERNAL, and the label istio.io/use-waypoint is '{0}'.",
        "Set the label istio.io/use-waypoint to none, or location to MESH_EXTERNAL.");

    public override string VectorId => "SE-DYNAMIC-DNS-WAYPOINT";

    public override void Check(LabeledEntry value, Place place)
    {
        if (value.Spec.Location == ServiceEntryLocation.MeshInternal
            && value.Labels.TryGetValue("istio.io/use-waypoint", out string? waypoint)
            && waypoint != "none")
        {
            place.Field("location").Report(Descriptor, waypoint);
        }
    }
}
