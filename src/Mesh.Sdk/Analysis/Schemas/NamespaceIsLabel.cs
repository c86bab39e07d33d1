using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Schemas;

/// <summary>The namespace is a DNS label in lower case. Source: Kubernetes, <c>apimachinery/pkg/api/validation/objectmeta.go</c>.</summary>
internal sealed class NamespaceIsLabel : Rule<IResource>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2061",
        DiagnosticSeverity.Error,
        "The namespace '{0}' is not up to 63 lower case letters, digits and '-', with a letter or digit at both ends.",
        "Give such a namespace.");

    public override void Check(IResource value, Place place)
    {
        if (value.Metadata.Namespace is { Length: > 0 } name && !KubernetesNames.IsLabel(name))
        {
            place.Field("metadata").Field("namespace").Report(Descriptor, name);
        }
    }
}
