using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Filters;

/// <summary>What is added is no route.</summary>
internal sealed class AddedIsNoRoute : Rule<InContext<EnvoyFilter>>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2853",
        DiagnosticSeverity.Error,
        "ADD does nothing to {0}.",
        "Use MERGE, or apply the patch to VIRTUAL_HOST.") { IstioCode = "IST0153" };

    public override void Check(InContext<EnvoyFilter> value, Place place)
    {
        for (int i = 0; i < value.Resource.Spec?.ConfigPatches.Count; i++)
        {
            if (value.Resource.Spec.ConfigPatches[i] is { Patch.Operation: EnvoyFilterPatchOperation.Add } patch && RelativeOperations.IsForRoutes(patch))
            {
                place.Field("spec").Field("configPatches").Item(i).Field("patch").Field("operation").Report(Descriptor, patch.ApplyTo);
            }
        }
    }
}
