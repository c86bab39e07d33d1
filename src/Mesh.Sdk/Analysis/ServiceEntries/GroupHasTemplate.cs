using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.ServiceEntries;

/// <summary>A group has a template for its workloads.</summary>
internal sealed class GroupHasTemplate : Rule<WorkloadGroupSpec>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2470",
        DiagnosticSeverity.Error,
        "The group has no template.",
        "Set template; it may be empty.");

    public override void Check(WorkloadGroupSpec value, Place place)
    {
        if (value.Template is null)
        {
            place.Field("template").Report(Descriptor);
        }
    }
}
