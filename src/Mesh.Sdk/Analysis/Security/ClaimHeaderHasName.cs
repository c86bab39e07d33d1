using Mesh.Sdk.Analysis.VirtualServices;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Security;

/// <summary>A header made of a claim has the name of a header.</summary>
internal sealed class ClaimHeaderHasName : Rule<ClaimToHeader>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2672",
        DiagnosticSeverity.Error,
        "'{0}' is not the name of a header.",
        "Give a name such as 'x-group'.");

    public override void Check(ClaimToHeader value, Place place)
    {
        if (!string.IsNullOrEmpty(value.Claim) && !string.IsNullOrEmpty(value.Header) && !HeaderNames.IsToken(value.Header))
        {
            place.Field("header").Report(Descriptor, value.Header);
        }
    }
}
