using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Security;

/// <summary>An entry of from says what it is about.</summary>
internal sealed class FromHasSource : Rule<AuthorizationRuleFrom>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2686",
        DiagnosticSeverity.Error,
        "The entry has no source.",
        "Give 'source', or remove the entry.");

    public override void Check(AuthorizationRuleFrom value, Place place)
    {
        if (value.Source is null)
        {
            place.Report(Descriptor);
        }
    }
}
