using Mesh.Sdk.Resources.Core;

namespace Mesh.Sdk.Analysis.Indices;

/// <summary>The Secrets that are there, by namespace and name.</summary>
internal sealed class SecretNames(AnalysisContext context)
{
    private readonly HashSet<string> _names = [.. context.Each<Secret>().Select(secret => Names.FullName(secret.Place.Key))];

    public bool Contains(string fullName) => _names.Contains(fullName);
}
