using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Failover;

/// <summary>Fixed weights (<c>distribute</c>): specification 4.5.</summary>
internal static class Distribution
{
    public static EquatableList<EndpointGroup> Apply(IEnumerable<EndpointGroup> groups, EquatableList<LocalityDistribute> distribute, Locality client)
    {
        EndpointGroup[] list = [.. groups];
        if (EntryFor(distribute, client) is not { } entry)
        {
            return [.. list];
        }

        HashSet<int> untaken = [.. Enumerable.Range(0, list.Length)];
        foreach ((string pattern, long weight) in entry.To.AsSpan())
        {
            int[] taken = [.. untaken.Where(i => LocalityMatching.Matches(list[i].Locality ?? default, pattern)).Order()];
            untaken.ExceptWith(taken);
            ShareOut(list, taken, weight);
        }

        foreach (int i in untaken)
        {
            list[i] = list[i] with { Hosts = [], IsRemoved = true };
        }

        return [.. list];
    }

    /// <summary>Only the first entry that fits the client counts.</summary>
    public static LocalityDistribute? EntryFor(EquatableList<LocalityDistribute> distribute, Locality client) =>
        distribute.FirstOrDefault(entry => LocalityMatching.Matches(client, entry.From ?? ""));

    private static void ShareOut(EndpointGroup[] groups, int[] taken, long weight)
    {
        long sum = taken.Sum(i => (long)(groups[i].Weight ?? 1));
        foreach (int i in taken)
        {
            Int128 part = (Int128)(groups[i].Weight ?? 1) * weight;
            groups[i] = groups[i] with { Weight = sum == 0 ? 0 : (uint)Int128.Clamp((part + sum - 1) / sum, 0, uint.MaxValue) };
        }
    }
}
