using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Schemas;

/// <summary>What the API server demands of the metadata of every object.</summary>
internal sealed class MetadataAnalyzer : IAnalyzer
{
    private static readonly Rule<IResource>[] MetadataRules =
    [
        new NameIsSet(),
        new NameIsSubdomain(),
        new NamespaceIsLabel(),
        new LabelKeyIsQualified(),
        new LabelValueIsShort(),
        new AnnotationKeyIsQualified(),
        new DryRunIsOfPolicies(),
        new AnnotationIsNotInternal(),
        new VersionExists(),
        new KindExists(),
    ];

    public IEnumerable<IRule> Rules => MetadataRules;

    public void Analyze(AnalysisContext context)
    {
        foreach ((IResource resource, Place place) in context.Each<IResource>())
        {
            place.Finds(resource, MetadataRules);
        }
    }
}
