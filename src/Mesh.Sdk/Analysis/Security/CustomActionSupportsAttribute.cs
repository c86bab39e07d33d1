using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Security;

/// <summary>Rules for an external authorizer can use what is known before peers and tokens are checked.</summary>
internal sealed class CustomActionSupportsAttribute : Rule<AuthorizationPolicySpec>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2682",
        DiagnosticSeverity.Error,
        "The action is CUSTOM, and such a rule can't use '{0}'.",
        "Leave it to the provider, or add a policy with the action DENY.");

    public override void Check(AuthorizationPolicySpec value, Place place)
    {
        for (int i = 0; i < value.Rules.Count && value.Action == AuthorizationAction.Custom; i++)
        {
            if (value.Rules[i] is { } rule)
            {
                Check(rule, place.Field("rules").Item(i));
            }
        }
    }

    private void Check(AuthorizationRule rule, Place place)
    {
        for (int i = 0; i < rule.From.Count; i++)
        {
            foreach (PolicyValues values in PolicyValues.Of(rule.From[i]?.Source).Where(v => v.Values.Count > 0 && IsOfPeerOrToken(v.Field)))
            {
                place.Field("from").Item(i).Field("source").Field(values.Field).Report(Descriptor, values.Field);
            }
        }

        for (int i = 0; i < rule.When.Count; i++)
        {
            string key = rule.When[i]?.Key ?? "";
            if (key is "source.namespace" or "source.principal" or "source.serviceAccount" || key.StartsWith("request.auth.", StringComparison.Ordinal))
            {
                place.Field("when").Item(i).Field("key").Report(Descriptor, key);
            }
        }
    }

    private static bool IsOfPeerOrToken(string field) => field is
        "namespaces" or "notNamespaces" or "principals" or "notPrincipals" or "requestPrincipals" or "notRequestPrincipals"
        or "serviceAccounts" or "notServiceAccounts";
}
