using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kafka.Clients;

namespace Mesh.Sdk.Kafka.Recovery;

/// <summary>The groups that may have been meant by a name that no cluster knows.</summary>
internal static class KnownGroups
{
    private const int Named = 10;

    /// <summary>Reads them, in order: those with checkpoints, and those of the source if it can be asked.</summary>
    public static async Task<string[]> ReadAsync(ClusterClient source, IEnumerable<string> checkpointed, Reachability reach, CancellationToken cancellationToken)
    {
        IReadOnlyList<string>? listed = null;
        try
        {
            listed = await reach.OrNullAsync(source, () => source.Administration.ListGroupsAsync(cancellationToken)).ConfigureAwait(false);
        }
        catch (KafkaClusterException)
        {
            // They are a help only, and the user may lack the right.
        }

        return [.. checkpointed.Union(listed ?? []).Order(StringComparer.Ordinal)];
    }

    /// <summary>Returns what was probably meant, and some of those that are known, as sentences with a space before each.</summary>
    public static string Hint(IReadOnlyCollection<string> known, params IEnumerable<string> unknown)
    {
        string more = known.Count > Named ? FormattableString.Invariant($" and {known.Count - Named} more") : "";
        return $"{string.Concat(unknown.Select(u => Suggestion.For(u, known)))}{(known.Count == 0 ? "" : $" Known are {string.Join(", ", known.Take(Named))}{more}.")}";
    }
}
