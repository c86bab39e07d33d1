using Mesh.Sdk.Analysis.Indices;

namespace Mesh.Sdk.Analysis.Workloads;

/// <summary>Puts each pod and each template of pods before rules.</summary>
internal sealed class PodAnalyzer(params Rule<PodInContext>[] rules) : IAnalyzer
{
    public IEnumerable<IRule> Rules => rules;

    public void Analyze(AnalysisContext context)
    {
        foreach (PodTemplate pod in PodIndex.Of(context).All)
        {
            pod.Place.Finds(new PodInContext(pod, context), rules);
        }
    }
}
