using System.Text.RegularExpressions;
using Mesh.Sdk.Kafka.Settings;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Replication.Filters;

/// <summary>
/// A comma-separated list of Java regular expressions, any of which may match a whole name. An empty list matches nothing. Matching
/// takes time in proportion to the name; patterns that need more are given up after <see cref="MatchTimeout"/>. Compares by its items.
/// </summary>
public sealed class PatternList : IEquatable<PatternList>
{
    /// <summary>How long a pattern with look-around or back-references may take for one name.</summary>
    public static readonly TimeSpan MatchTimeout = TimeSpan.FromSeconds(1);

    private readonly Regex? _regex;

    private PatternList(EquatableList<string> items, Regex? regex) => (Items, _regex) = (items, regex);

    /// <summary>Gets the patterns, without surrounding blanks.</summary>
    public EquatableList<string> Items { get; }

    /// <summary>Splits a value at commas, as Kafka does, and compiles it.</summary>
    /// <exception cref="FormatException">It is no regular expression of Java, or one that .NET has no equal for; the message says what to write.</exception>
    public static PatternList Parse(string text) => Of(SettingText.SplitList(text));

    /// <summary>Compiles patterns.</summary>
    /// <exception cref="FormatException">See <see cref="Parse"/>.</exception>
    public static PatternList Of(IEnumerable<string> items) =>
        TryCreate(items, out string? problem) ?? throw new FormatException(problem);

    /// <summary>Tells whether a whole name matches one of the patterns.</summary>
    /// <exception cref="RegexMatchTimeoutException">A pattern with look-around or back-references took longer than <see cref="MatchTimeout"/>.</exception>
    public bool Matches(string name) => _regex?.IsMatch(name) ?? false;

    /// <inheritdoc/>
    public bool Equals(PatternList? other) => other is not null && Items == other.Items;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PatternList);

    /// <inheritdoc/>
    public override int GetHashCode() => Items.GetHashCode();

    /// <summary>Returns the value as a setting has it.</summary>
    public override string ToString() => string.Join(",", Items);

    /// <summary>Compiles patterns; says what is wrong with them if it can't be done.</summary>
    internal static PatternList? TryCreate(IEnumerable<string> items, out string? problem)
    {
        EquatableList<string> list = items.ToEquatableList();
        problem = null;
        if (list.Count == 0)
        {
            return new(list, null);
        }

        Regex? regex = JavaRegex.Compile(string.Join('|', list), MatchTimeout, out problem);
        return regex is null ? null : new(list, regex);
    }
}
