using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Security;

/// <summary>An external authorizer is named.</summary>
internal sealed class CustomActionHasProvider : Rule<AuthorizationPolicySpec>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2681",
        DiagnosticSeverity.Error,
        "The action is CUSTOM, but no provider is named that is asked.",
        "Give 'provider.name' as in the mesh config, under 'extensionProviders'.");

    public override void Check(AuthorizationPolicySpec value, Place place)
    {
        if (value.Action == AuthorizationAction.Custom && value.Rules.Count > 0 && string.IsNullOrEmpty(value.Provider?.Name))
        {
            place.Field("provider").Report(Descriptor);
        }
    }
}
