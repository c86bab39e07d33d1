using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Security;

/// <summary>A policy can be tried out when it allows or denies.</summary>
internal sealed class DryRunIsSupported : Rule<AuthorizationPolicy>
{
    private const string Annotation = "istio.io/dry-run";

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2699",
        DiagnosticSeverity.Error,
        "The annotation istio.io/dry-run is '{0}' on a policy with the action {1}.",
        "Give 'true' or 'false', on a policy with the action ALLOW or DENY.");

    public override void Check(AuthorizationPolicy value, Place place)
    {
        if (value.Metadata?.Annotations.GetValueOrDefault(Annotation) is not { } text)
        {
            return;
        }

        AuthorizationAction action = value.Spec?.Action ?? AuthorizationAction.Allow;
        bool isBoolean = text is "1" or "t" or "T" or "TRUE" or "true" or "True" or "0" or "f" or "F" or "FALSE" or "false" or "False";
        if (!isBoolean || action is not (AuthorizationAction.Allow or AuthorizationAction.Deny))
        {
            place.Field("metadata").Field("annotations").Entry(Annotation).Report(Descriptor, text, EnumText.Of(action));
        }
    }
}
