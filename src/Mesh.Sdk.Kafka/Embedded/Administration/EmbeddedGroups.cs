using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Mesh.Sdk.Kafka.Embedded.Administration;

/// <summary>
/// The groups of a cluster of mock brokers, which answer no question about them but tell in their log who joins, leaves and commits.
/// Source: librdkafka 2.15 and 2.16, <c>rdkafka_mock_cgrp.c</c> and <c>rdkafka_mock.c</c>. Safe for several threads.
/// </summary>
internal sealed partial class EmbeddedGroups
{
    private readonly ConcurrentDictionary<string, int> _members = new(StringComparer.Ordinal);

    public IReadOnlyList<string> All => [.. _members.Keys.Order(StringComparer.Ordinal)];

    public bool Knows(string group) => _members.ContainsKey(group);

    public int MembersOf(string group) => _members.GetValueOrDefault(group);

    public void Know(IEnumerable<string> groups)
    {
        foreach (string group in groups)
        {
            _members.TryAdd(group, 0);
        }
    }

    public void Forget(string group) => _members.TryRemove(group, out _);

    /// <summary>Takes a line of the log.</summary>
    public void Read(string line)
    {
        if (Change().Match(line) is { Success: true } change)
        {
            _members[change.Groups["group"].Value] = int.Parse(change.Groups["members"].ValueSpan, CultureInfo.InvariantCulture);
        }
        else if (Commit().Match(line) is { Success: true } commit && commit.Groups["offset"].Value != "-1001")
        {
            _members.TryAdd(commit.Groups["group"].Value, 0);
        }
    }

    [GeneratedRegex(@"Mock consumer group (?<group>.*) with (?<members>[0-9]+) member\(s\) changing state ", RegexOptions.CultureInvariant)]
    private static partial Regex Change();

    [GeneratedRegex(@" committing offset (?<offset>-?[0-9]+) for group (?<group>.*)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Commit();
}
