using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>The host of a request is rewritten in one place.</summary>
internal sealed class AuthorityIsRewrittenOnce : Rule<HttpRoute>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2318",
        DiagnosticSeverity.Error,
        "The host of the request is rewritten to '{0}' and then to '{1}'.",
        "Keep one of 'rewrite.authority' and the header in 'headers.request'.");

    public override string VectorId => "VS-AUTHORITY-TWICE";

    public override void Check(HttpRoute value, Place place)
    {
        string current = value.Rewrite?.Authority ?? "";
        HeaderOperations? request = value.Headers?.Request;
        foreach ((string name, string text) in (request?.Set ?? default).Concat(request?.Add ?? default))
        {
            if (!HeaderNames.IsAuthority(name))
            {
                continue;
            }

            if (current.Length > 0)
            {
                place.Field("headers").Field("request").Report(Descriptor, current, text);
                return;
            }

            current = text ?? "";
        }
    }
}
