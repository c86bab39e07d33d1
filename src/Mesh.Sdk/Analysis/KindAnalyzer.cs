using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis;

/// <summary>Puts each object of a kind before rules that look at the other objects too.</summary>
internal sealed class KindAnalyzer<T>(params Rule<InContext<T>>[] rules) : IAnalyzer
    where T : IResource
{
    public IEnumerable<IRule> Rules => rules;

    public void Analyze(AnalysisContext context)
    {
        foreach ((T resource, Place place) in context.Each<T>())
        {
            place.Finds(new InContext<T>(resource, context), rules);
        }
    }
}
