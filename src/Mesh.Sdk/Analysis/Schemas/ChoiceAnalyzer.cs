using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Writing;

namespace Mesh.Sdk.Analysis.Schemas;

/// <summary>The enums of typed kinds whose schema is not at hand: a number that stands for no value can't be written.</summary>
/// <param name="kinds">The kinds.</param>
internal sealed class ChoiceAnalyzer(ResourceKinds kinds) : IAnalyzer
{
    private static readonly TextIsOneOfThose TheRule = new();

    public IEnumerable<IRule> Rules => [TheRule];

    public void Analyze(AnalysisContext context)
    {
        foreach ((IResource resource, Place place) in context.Each<IResource>())
        {
            if (resource is not UntypedResource && kinds.Find(resource.Type.ApiVersion, resource.Type.Name) is not null)
            {
                foreach (UndefinedChoice choice in UntypedWriter.UndefinedIn(resource))
                {
                    TheRule.Check(new(new SchemaNode { Enum = [.. choice.Texts] }, UntypedValue.From(choice.Number)), place.Field(choice.Path));
                }
            }
        }
    }
}
