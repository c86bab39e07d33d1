using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis;

/// <summary>Puts each object of a kind that has no type before rules.</summary>
internal sealed class UntypedAnalyzer(string group, string kind, params Rule<InContext<UntypedResource>>[] rules) : IAnalyzer
{
    public IEnumerable<IRule> Rules => rules;

    public void Analyze(AnalysisContext context)
    {
        foreach ((UntypedResource resource, Place place) in context.Each<UntypedResource>())
        {
            if (resource.Type.Group == group && resource.Type.Name == kind)
            {
                place.Finds(new InContext<UntypedResource>(resource, context), rules);
            }
        }
    }
}
