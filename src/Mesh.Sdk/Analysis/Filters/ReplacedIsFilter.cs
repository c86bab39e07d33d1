using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Filters;

/// <summary>What is replaced is a filter.</summary>
internal sealed class ReplacedIsFilter : Rule<InContext<EnvoyFilter>>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2852",
        DiagnosticSeverity.Error,
        "REPLACE is for HTTP_FILTER and NETWORK_FILTER only, and does nothing to {0}.",
        "Use MERGE, or REMOVE and ADD.") { IstioCode = "IST0152" };

    public override void Check(InContext<EnvoyFilter> value, Place place)
    {
        for (int i = 0; i < value.Resource.Spec?.ConfigPatches.Count; i++)
        {
            if (value.Resource.Spec.ConfigPatches[i] is { Patch.Operation: EnvoyFilterPatchOperation.Replace } patch && !RelativeOperations.IsReplaceable(patch))
            {
                place.Field("spec").Field("configPatches").Item(i).Field("patch").Field("operation").Report(Descriptor, patch.ApplyTo);
            }
        }
    }
}
