using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Security;

/// <summary>Requests are denied that a rule fits.</summary>
internal sealed class DenyActionHasRules : Rule<AuthorizationPolicySpec>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2684",
        DiagnosticSeverity.Error,
        "The action is DENY, but there are no rules, so nothing is denied.",
        "Give 'rules'; the empty rule '{{}}' denies every request.");

    public override void Check(AuthorizationPolicySpec value, Place place)
    {
        if (value.Action == AuthorizationAction.Deny && value.Rules.Count == 0)
        {
            place.Field("rules").Report(Descriptor);
        }
    }
}
