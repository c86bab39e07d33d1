using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Security;

/// <summary>An external authorizer is asked about requests that a rule fits.</summary>
internal sealed class CustomActionHasRules : Rule<AuthorizationPolicySpec>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2680",
        DiagnosticSeverity.Error,
        "The action is CUSTOM, but there are no rules, so the authorizer is never asked.",
        "Give 'rules'; the empty rule '{{}}' fits every request.");

    public override void Check(AuthorizationPolicySpec value, Place place)
    {
        if (value.Action == AuthorizationAction.Custom && value.Rules.Count == 0)
        {
            place.Field("rules").Report(Descriptor);
        }
    }
}
