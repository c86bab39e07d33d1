using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Injection;

/// <summary>An annotation stands on a kind that it is for.</summary>
internal sealed class AnnotationIsPlaced : Rule<InContext<IResource>>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2807",
        DiagnosticSeverity.Warning,
        "The annotation '{0}' has no effect here; it is for {1}.",
        "Move it to the {1}; a Deployment gives annotations to its pods under spec.template.metadata.") { IstioCode = "IST0107" };

    public override void Check(InContext<IResource> value, Place place)
    {
        foreach ((string name, string _) in value.Resource.Metadata.Annotations)
        {
            if (KnownAnnotations.Find(name) is { } known && !known.Kinds.Contains("Any") && !known.Kinds.Contains(value.Resource.Type.Name))
            {
                place.Field("metadata").Field("annotations").Entry(name).Report(Descriptor, name, string.Join(", ", known.Kinds));
            }
        }
    }
}
