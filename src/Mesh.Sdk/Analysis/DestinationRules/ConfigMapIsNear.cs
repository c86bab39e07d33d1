using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.DestinationRules;

/// <summary>A CA bundle comes from a ConfigMap of the rule's namespace.</summary>
internal sealed class ConfigMapIsNear : Rule<ClientTlsSettings>
{
    private const string Scheme = "configmap://";

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2290",
        DiagnosticSeverity.Error,
        "credentialName is '{0}', and Istio wants configmap:// with the rule's namespace, '/' and the name of a ConfigMap.",
        "Set credentialName to configmap://{1}/NAME.");

    public override string VectorId => "TLS-CONFIGMAP";

    public override void Check(ClientTlsSettings value, Place place)
    {
        string name = value.CredentialName ?? "";
        string home = place.Key.Namespace;
        if (name.StartsWith(Scheme, StringComparison.Ordinal)
            && (name[Scheme.Length..].Split('/') is not [{ Length: > 0 } @namespace, { Length: > 0 }] || (home.Length > 0 && @namespace != home)))
        {
            place.Field("credentialName").Report(Descriptor, name, home);
        }
    }
}
