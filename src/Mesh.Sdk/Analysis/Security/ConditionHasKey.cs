using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Security;

/// <summary>A condition names an attribute.</summary>
internal sealed class ConditionHasKey : Rule<AuthorizationCondition>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2694",
        DiagnosticSeverity.Error,
        "The condition has no key.",
        "Give 'key', such as 'request.headers[x-version]'.");

    public override void Check(AuthorizationCondition value, Place place)
    {
        if (string.IsNullOrEmpty(value.Key))
        {
            place.Field("key").Report(Descriptor);
        }
    }
}
