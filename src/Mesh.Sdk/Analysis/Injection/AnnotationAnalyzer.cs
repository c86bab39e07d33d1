using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Core;

namespace Mesh.Sdk.Analysis.Injection;

/// <summary>Istio's annotations on the kinds that Istio itself looks at.</summary>
/// <remarks>Source: Istio, <c>analyzers/annotations/annotations.go</c>.</remarks>
internal sealed class AnnotationAnalyzer : IAnalyzer
{
    private static readonly Rule<InContext<IResource>>[] AnnotationRules =
    [
        new AnnotationIsKnown(),
        new AnnotationIsCurrent(),
        new AnnotationIsPlaced(),
        new AnnotationValueIsTaken(),
    ];

    public IEnumerable<IRule> Rules => AnnotationRules;

    public void Analyze(AnalysisContext context)
    {
        foreach ((IResource resource, Place place) in context.Each<IResource>())
        {
            if (resource is Namespace or Service or Deployment or UntypedResource { Type: { Group: "", Name: "Pod" } })
            {
                place.Finds(new InContext<IResource>(resource, context), AnnotationRules);
            }
        }
    }
}
