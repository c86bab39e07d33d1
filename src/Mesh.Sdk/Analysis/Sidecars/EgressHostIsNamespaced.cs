using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Sidecars;

/// <summary>A host is given as namespace/name.</summary>
internal sealed class EgressHostIsNamespaced : Rule<EquatableList<string>>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2620",
        DiagnosticSeverity.Error,
        "'{0}' is not a host: Istio reads namespace/name with a full DNS name, in which * stands for everything or for the first label.",
        "Give namespace/name, such as 'shop/orders.shop.svc.cluster.local', './*' or '*/*.example.com'.");

    public override void Check(EquatableList<string> value, Place place)
    {
        for (int i = 0; i < value.Count; i++)
        {
            string host = value[i] ?? "";
            if (!IsHost(host))
            {
                place.Item(i).Report(Descriptor, PublicText.Host(host));
            }
        }
    }

    private static bool IsHost(string text)
    {
        int slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && IsNamespace(text[..slash]) && IsName(text[(slash + 1)..]);
    }

    private static bool IsNamespace(string text) => text is "*" or "." or "~" || IstioFormats.IsDns1123Label(text);

    private static bool IsName(string text) =>
        text == "*"
        || (text.Contains('.', StringComparison.Ordinal)
            && IstioFormats.IsWildcardDomain(text)
            && (!text.StartsWith('*') || text.StartsWith("*.", StringComparison.Ordinal)));
}
