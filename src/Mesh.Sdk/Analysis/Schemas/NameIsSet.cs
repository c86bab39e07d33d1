using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Schemas;

/// <summary>An object has a name. Source: Kubernetes, <c>apimachinery/pkg/api/validation/objectmeta.go</c>.</summary>
internal sealed class NameIsSet : Rule<IResource>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2065",
        DiagnosticSeverity.Error,
        "The {0} has no name, and the API server refuses it.",
        "Set metadata.name.");

    public override void Check(IResource value, Place place)
    {
        if (string.IsNullOrEmpty(value.Metadata.Name) && string.IsNullOrEmpty(value.Metadata.GenerateName))
        {
            place.Field("metadata").Field("name").Report(Descriptor, value.Type.Name);
        }
    }
}
