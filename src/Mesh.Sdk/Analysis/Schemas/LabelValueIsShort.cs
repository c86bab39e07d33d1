using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Schemas;

/// <summary>The values of labels are short and plain. Source: Kubernetes, <c>apimachinery/pkg/api/validation/objectmeta.go</c>.</summary>
internal sealed class LabelValueIsShort : Rule<IResource>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2063",
        DiagnosticSeverity.Error,
        "'{0}' is not the value of a label: up to 63 letters, digits, '-', '_' and '.', with a letter or digit at both ends, or nothing.",
        "Give such a value, or use an annotation.");

    public override void Check(IResource value, Place place)
    {
        foreach ((string key, string text) in value.Metadata.Labels)
        {
            if (text is not null && (text.Length > KubernetesNames.MaxLabelLength || !IstioFormats.IsLabelValue(text)))
            {
                place.Field("metadata").Field("labels").Entry(key).Report(Descriptor, text);
            }
        }
    }
}
