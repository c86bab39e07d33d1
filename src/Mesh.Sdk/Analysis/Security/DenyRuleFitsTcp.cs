using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Security;

/// <summary>A rule that denies by attributes of HTTP denies every connection that is not HTTP.</summary>
internal sealed class DenyRuleFitsTcp : Rule<AuthorizationPolicySpec>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2698",
        DiagnosticSeverity.Warning,
        "The rule denies by attributes of HTTP only, so it denies all connections to ports that are not HTTP.",
        "Add 'to.operation.ports' with the HTTP ports.");

    public override void Check(AuthorizationPolicySpec value, Place place)
    {
        for (int i = 0; i < value.Rules.Count && value.Action == AuthorizationAction.Deny; i++)
        {
            if (value.Rules[i] is { } rule && IsHttpOnly(rule))
            {
                place.Field("rules").Item(i).Report(Descriptor);
            }
        }
    }

    private static bool IsHttpOnly(AuthorizationRule rule)
    {
        PolicyValues[] from = [.. rule.From.SelectMany(f => PolicyValues.Of(f?.Source)).Where(v => v.Values.IsSet)];
        PolicyValues[] to = [.. rule.To.SelectMany(t => PolicyValues.Of(t?.Operation)).Where(v => v.Values.IsSet)];
        bool hasFrom = rule.From.Any(f => f?.Source is not null);
        bool hasTo = rule.To.Any(t => t?.Operation is not null);
        return hasTo ? !to.Any(v => v.IsPorts) : hasFrom && from.All(v => v.Field is "requestPrincipals" or "notRequestPrincipals");
    }
}
