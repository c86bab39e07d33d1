using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Security;

/// <summary>An entry of to says what it is about.</summary>
internal sealed class ToHasOperation : Rule<AuthorizationRuleTo>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2690",
        DiagnosticSeverity.Error,
        "The entry has no operation.",
        "Give 'operation', or remove the entry.");

    public override void Check(AuthorizationRuleTo value, Place place)
    {
        if (value.Operation is null)
        {
            place.Report(Descriptor);
        }
    }
}
