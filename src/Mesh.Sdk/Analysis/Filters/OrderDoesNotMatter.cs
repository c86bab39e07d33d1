using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Filters;

/// <summary>A patch that depends on others has a priority.</summary>
internal sealed class OrderDoesNotMatter : Rule<InContext<EnvoyFilter>>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2851",
        DiagnosticSeverity.Warning,
        "The operation depends on what other filters did before, and the filter has no priority, so it may not apply.",
        "Set priority, or use INSERT_FIRST or ADD.") { IstioCode = "IST0151" };

    public override void Check(InContext<EnvoyFilter> value, Place place)
    {
        foreach ((int Patch, bool HasVersion) patch in RelativeOperations.Of(value.Context).Of(place.Key).Where(patch => !patch.HasVersion))
        {
            place.Field("spec").Field("configPatches").Item(patch.Patch).Field("patch").Field("operation").Report(Descriptor);
        }
    }
}
