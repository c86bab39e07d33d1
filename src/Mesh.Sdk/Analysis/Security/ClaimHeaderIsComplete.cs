using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Security;

/// <summary>A header made of a claim names both.</summary>
internal sealed class ClaimHeaderIsComplete : Rule<ClaimToHeader>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2671",
        DiagnosticSeverity.Error,
        "The header '{0}' is made of the claim '{1}', and neither may be empty.",
        "Give 'header' and 'claim'.");

    public override void Check(ClaimToHeader value, Place place)
    {
        if (string.IsNullOrEmpty(value.Header) || string.IsNullOrEmpty(value.Claim))
        {
            place.Report(Descriptor, value.Header, value.Claim);
        }
    }
}
