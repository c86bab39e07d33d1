using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>A redirect can replace a prefix only where a prefix is matched.</summary>
internal sealed class RedirectedPrefixIsMatched : Rule<HttpRoute>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2351",
        DiagnosticSeverity.Error,
        "The redirect replaces the matched prefix by '{0}', but this match has no prefix of the path.",
        "Match 'uri.prefix', or redirect with 'uri'.");

    public override string VectorId => "VS-REDIRECT-PREFIX";

    public override void Check(HttpRoute value, Place place)
    {
        if (string.IsNullOrEmpty(value.Redirect?.PrefixRewrite))
        {
            return;
        }

        for (int i = 0; i < value.Match.Count; i++)
        {
            if (value.Match[i]?.Uri is { } uri && uri.Prefix is null)
            {
                place.Field("match").Item(i).Field("uri").Report(Descriptor, value.Redirect.PrefixRewrite);
            }
        }
    }
}
