using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Injection;

/// <summary>An annotation in the name of Istio is one that Istio has.</summary>
internal sealed class AnnotationIsKnown : Rule<InContext<IResource>>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2808",
        DiagnosticSeverity.Warning,
        "Istio has no annotation '{0}', so it has no effect.",
        "Correct its name, or remove it.") { IstioCode = "IST0108" };

    public override void Check(InContext<IResource> value, Place place)
    {
        foreach ((string name, string _) in value.Resource.Metadata.Annotations)
        {
            if (KnownAnnotations.IsOfIstio(name) && KnownAnnotations.Find(name) is null)
            {
                place.Field("metadata").Field("annotations").Entry(name).Report(Descriptor, name);
            }
        }
    }
}
