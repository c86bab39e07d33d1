using System.Text.RegularExpressions;
using Mesh.Sdk.Kafka.Replication.Filters;
using Mesh.Sdk.Kafka.Settings;

namespace Mesh.Sdk.Kafka.Analysis.Views;

/// <summary>A filter of names, asked without throwing: it admits nothing once a pattern turned out wrong or too slow.</summary>
internal sealed class SafeFilter
{
    private readonly NameFilter? _filter;

    public SafeFilter(string include, string exclude)
    {
        Items = [.. SettingText.SplitList(include)];
        PatternList? included = PatternList.TryCreate(Items, out _);
        PatternList? excluded = PatternList.TryCreate(SettingText.SplitList(exclude), out _);
        _filter = included is null || excluded is null ? null : new(included, excluded);
    }

    /// <summary>Gets the patterns of what is included.</summary>
    public IReadOnlyList<string> Items { get; }

    /// <summary>Gets whether matching was given up.</summary>
    public bool IsSlow { get; private set; }

    /// <summary>Gets whether there is an answer at all.</summary>
    public bool IsKnown => _filter is not null && !IsSlow;

    public bool Admits(string name) => Ask(filter => filter.Admits(name)) ?? false;

    /// <summary>Asks the filter; <see langword="null"/> if there is no answer.</summary>
    public T? Ask<T>(Func<NameFilter, T> question)
        where T : struct
    {
        if (!IsKnown)
        {
            return null;
        }

        try
        {
            return question(_filter!);
        }
        catch (RegexMatchTimeoutException)
        {
            IsSlow = true;
            return null;
        }
    }
}
