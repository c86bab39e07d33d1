using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Schemas;

/// <summary>The keys of labels are qualified names. Source: Kubernetes, <c>apimachinery/pkg/api/validation/objectmeta.go</c>.</summary>
internal sealed class LabelKeyIsQualified : Rule<IResource>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2062",
        DiagnosticSeverity.Error,
        "'{0}' is not the key of a label: an optional DNS prefix with '/', then up to 63 letters, digits, '-', '_' and '.'.",
        "Give such a key.");

    public override void Check(IResource value, Place place)
    {
        foreach ((string key, string _) in value.Metadata.Labels)
        {
            if (!KubernetesNames.IsQualified(key))
            {
                place.Field("metadata").Field("labels").Entry(key).Report(Descriptor, key);
            }
        }
    }
}
