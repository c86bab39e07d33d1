using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kafka.Clients;

namespace Mesh.Sdk.Kafka.Recovery;

/// <summary>The groups that may have been meant by a name that no cluster knows.</summary>
internal static class KnownGroups
{
    /// <summary>Reads them, in order: those with checkpoints, and those of the source if it can be asked.</summary>
    public static async Task<string[]> ReadAsync(ClusterClient source, IEnumerable<string> checkpointed, Reachability reach, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> listed = reach.IsLost(source) ? [] : await ListAsync(source, cancellationToken).ConfigureAwait(false);
        return [.. checkpointed.Union(listed).Order(StringComparer.Ordinal)];
    }

    /// <summary>Returns what was probably meant, and some of those that are known, as sentences with a space before each.</summary>
    public static string Hint(IReadOnlyCollection<string> known, params IEnumerable<string> unknown) =>
        $"{string.Concat(unknown.Select(u => Suggestion.For(u, known)))}{(known.Count == 0 ? "" : $" Known are {Words.Some(known)}.")}";

    // They are a help only: whatever keeps a source from listing them is no reason to fail, or to take it for lost.
    private static async Task<IReadOnlyList<string>> ListAsync(ClusterClient source, CancellationToken cancellationToken)
    {
        try
        {
            return await source.Administration.ListGroupsAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (KafkaClusterException)
        {
            return [];
        }
    }
}
