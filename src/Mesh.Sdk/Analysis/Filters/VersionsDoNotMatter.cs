using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Filters;

/// <summary>A patch that depends on others for some proxy version has a priority.</summary>
internal sealed class VersionsDoNotMatter : Rule<InContext<EnvoyFilter>>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2855",
        DiagnosticSeverity.Warning,
        "The operation depends on what other filters did before, another patch of the same name is for one proxy version, and the filter has no priority, so it may not apply during an upgrade.",
        "Set priority, or use INSERT_FIRST or ADD.") { IstioCode = "IST0155" };

    public override void Check(InContext<EnvoyFilter> value, Place place)
    {
        foreach ((int Patch, bool HasVersion) patch in RelativeOperations.Of(value.Context).Of(place.Key).Where(patch => patch.HasVersion))
        {
            place.Field("spec").Field("configPatches").Item(patch.Patch).Field("patch").Field("operation").Report(Descriptor);
        }
    }
}
