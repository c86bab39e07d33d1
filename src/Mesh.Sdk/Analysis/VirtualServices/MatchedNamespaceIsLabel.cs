using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>The namespace of a client is a label.</summary>
internal sealed class MatchedNamespaceIsLabel : Rule<HttpMatchRequest>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2325",
        DiagnosticSeverity.Error,
        "sourceNamespace is '{0}', which can't be a namespace.",
        "Give the name of one namespace.");

    public override string VectorId => "VS-MATCH-NAMESPACE";

    public override void Check(HttpMatchRequest value, Place place)
    {
        if (value.SourceNamespace is { Length: > 0 } name && !IstioFormats.IsDns1123Label(name))
        {
            place.Field("sourceNamespace").Report(Descriptor, name);
        }
    }
}
