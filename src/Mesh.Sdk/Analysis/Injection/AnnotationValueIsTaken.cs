using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Injection;

/// <summary>The value of an annotation is one that Istio takes.</summary>
internal sealed class AnnotationValueIsTaken : Rule<InContext<IResource>>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2825",
        DiagnosticSeverity.Warning,
        "'{1}' is no value for the annotation '{0}'.",
        "Correct the value.") { IstioCode = "IST0125" };

    public override void Check(InContext<IResource> value, Place place)
    {
        foreach ((string name, string text) in value.Resource.Metadata.Annotations)
        {
            if (text is not null && KnownAnnotations.Find(name) is { IsValid: { } isValid } known && known.Kinds.Contains(value.Resource.Type.Name) && !isValid(text))
            {
                place.Field("metadata").Field("annotations").Entry(name).Report(Descriptor, name, text);
            }
        }
    }
}
