using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Security;

/// <summary>Service accounts have a namespace and make principals, so those are not given beside them.</summary>
internal sealed class ServiceAccountsStandAlone : Rule<AuthorizationSource>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2658",
        DiagnosticSeverity.Error,
        "The source has service accounts and also '{0}'.",
        "Keep one of them, or give another source.");

    public override void Check(AuthorizationSource value, Place place)
    {
        if (value.ServiceAccounts.Count == 0 && value.NotServiceAccounts.Count == 0)
        {
            return;
        }

        foreach (PolicyValues values in PolicyValues.Of(value))
        {
            if (values.Values.Count > 0 && values.Field is "namespaces" or "notNamespaces" or "principals" or "notPrincipals")
            {
                place.Field(values.Field).Report(Descriptor, values.Field);
            }
        }
    }
}
