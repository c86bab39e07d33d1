using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Security;

/// <summary>A condition is on an attribute that Istio knows.</summary>
internal sealed class ConditionKeyIsKnown : Rule<AuthorizationCondition>
{
    private static readonly string[] WithName = ["request.headers", "request.auth.claims", "experimental.envoy.filters."];

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2696",
        DiagnosticSeverity.Error,
        "'{0}' is not an attribute that conditions can be on.",
        "Give a key such as 'source.ip', 'request.headers[name]' or 'request.auth.claims[name]'.");

    public override void Check(AuthorizationCondition value, Place place)
    {
        if (!string.IsNullOrEmpty(value.Key) && !IsKnown(value.Key))
        {
            place.Field("key").Report(Descriptor, value.Key);
        }
    }

    private static bool IsKnown(string key) => WithName.Any(p => key.StartsWith(p, StringComparison.Ordinal))
        ? key.IndexOf('[', StringComparison.Ordinal) is > 0 and var open && key.EndsWith(']') && open < key.Length - 2
        : key is "source.ip" or "remote.ip" or "source.namespace" or "source.principal" or "source.serviceAccount" or "source.trustDomain"
            or "request.auth.principal" or "request.auth.audiences" or "request.auth.presenter"
            or "destination.ip" or "destination.port" or "connection.sni";
}
