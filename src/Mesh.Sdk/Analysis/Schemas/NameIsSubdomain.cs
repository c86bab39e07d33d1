using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Schemas;

/// <summary>The name of an object is a DNS subdomain in lower case. Source: Kubernetes, <c>apimachinery/pkg/api/validation/objectmeta.go</c>.</summary>
internal sealed class NameIsSubdomain : Rule<IResource>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2060",
        DiagnosticSeverity.Error,
        "The name '{0}' is not up to 253 lower case letters, digits, '-' and '.', with a letter or digit at both ends of each part.",
        "Give such a name.");

    public override void Check(IResource value, Place place)
    {
        if (value.Metadata.Name is { Length: > 0 } name && !KubernetesNames.IsSubdomain(name) && !KubernetesNames.HasFreeName(value.Type))
        {
            place.Field("metadata").Field("name").Report(Descriptor, name);
        }
    }
}
