using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Injection;

/// <summary>An annotation is none that may go away.</summary>
internal sealed class AnnotationIsCurrent : Rule<InContext<IResource>>
{
    private const string Inject = "sidecar.istio.io/inject";

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2835",
        DiagnosticSeverity.Info,
        "The annotation '{0}' is deprecated and may go away.",
        "Remove it; for sidecar.istio.io/inject use the label of the same name.") { IstioCode = "IST0135" };

    public override void Check(InContext<IResource> value, Place place)
    {
        foreach ((string name, string _) in value.Resource.Metadata.Annotations)
        {
            if (KnownAnnotations.Find(name) is { IsDeprecated: true } && !(name == Inject && value.Resource.Metadata.Labels.ContainsKey(Inject)))
            {
                place.Field("metadata").Field("annotations").Entry(name).Report(Descriptor, name);
            }
        }
    }
}
