using Mesh.Sdk.Resources.Core;

namespace Mesh.Sdk.Analysis.Indices;

/// <summary>The Secrets that are there, by namespace and name.</summary>
internal sealed class SecretIndex
{
    private readonly Dictionary<string, Secret> _secrets = new(StringComparer.Ordinal);

    private SecretIndex(AnalysisContext context)
    {
        foreach ((Secret secret, Place place) in context.Each<Secret>())
        {
            _secrets.TryAdd(Names.FullName(place.Key), secret);
        }
    }

    public static SecretIndex Of(AnalysisContext context) => context.Index(static c => new SecretIndex(c));

    public Secret? Find(string fullName) => _secrets.GetValueOrDefault(fullName);
}
