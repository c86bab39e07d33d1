namespace Mesh.Sdk.Kafka.Replication.Filters;

/// <summary>Admits names that match an include list and no exclude list; setting an exclude list replaces the default one.</summary>
/// <param name="Include">What is admitted.</param>
/// <param name="Exclude">What is not, whatever is included.</param>
public sealed record NameFilter(PatternList Include, PatternList Exclude)
{
    /// <summary>Tells whether a name is admitted.</summary>
    public bool Admits(string name) => Include.Matches(name) && !Exclude.Matches(name);
}
