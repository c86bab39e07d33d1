using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Schemas;

/// <summary>The keys of annotations are qualified names; case does not matter. Source: Kubernetes, <c>apimachinery/pkg/api/validation/objectmeta.go</c>.</summary>
internal sealed class AnnotationKeyIsQualified : Rule<IResource>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2064",
        DiagnosticSeverity.Error,
        "'{0}' is not the key of an annotation: an optional DNS prefix with '/', then up to 63 letters, digits, '-', '_' and '.'.",
        "Give such a key.");

    public override void Check(IResource value, Place place)
    {
        foreach ((string key, string _) in value.Metadata.Annotations)
        {
            if (!KubernetesNames.IsQualified(key.ToLowerInvariant()))
            {
                place.Field("metadata").Field("annotations").Entry(key).Report(Descriptor, key);
            }
        }
    }
}
