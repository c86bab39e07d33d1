using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Security;

/// <summary>Only the action CUSTOM asks a provider.</summary>
internal sealed class ProviderNeedsCustomAction : Rule<AuthorizationPolicySpec>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2683",
        DiagnosticSeverity.Error,
        "The provider '{0}' is named, but the action is {1}, which asks nobody.",
        "Set 'action: CUSTOM', or remove 'provider'.");

    public override void Check(AuthorizationPolicySpec value, Place place)
    {
        if (value.Provider is { } provider && value.Action != AuthorizationAction.Custom)
        {
            place.Field("provider").Report(Descriptor, provider.Name, EnumText.Of(value.Action ?? AuthorizationAction.Allow));
        }
    }
}
