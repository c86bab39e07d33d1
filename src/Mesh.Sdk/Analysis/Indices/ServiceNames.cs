using Mesh.Sdk.Resources.Core;

namespace Mesh.Sdk.Analysis.Indices;

/// <summary>The Services that are there, by namespace and name.</summary>
internal sealed class ServiceNames
{
    private readonly HashSet<string> _names;

    private ServiceNames(AnalysisContext context) => _names = [.. context.Each<Service>().Select(service => Names.FullName(service.Place.Key))];

    public static ServiceNames Of(AnalysisContext context) => context.Index(static c => new ServiceNames(c));

    public bool Contains(string fullName) => _names.Contains(fullName);
}
