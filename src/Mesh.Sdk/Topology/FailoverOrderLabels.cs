using System.Globalization;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Topology;

/// <summary>
/// An order of more than two regions, which <c>failover</c> can't express: a pod of the n-th region carries one label for
/// its own and each later position, and <c>failoverPriority</c> asks for the positions from the last to the first. The
/// first that is missing sets the priority, so the n-th region gets priority n whatever region the client is in.
/// </summary>
internal static class FailoverOrderLabels
{
    private const string Prefix = "failover.mesh.sdk/within-first-";

    /// <summary>Returns the keys that stand in <c>failoverPriority</c>.</summary>
    public static EquatableList<string> Keys(EquatableList<string> order) =>
        Enumerable.Range(1, order.Count).Reverse().Select(count => $"{Label(count)}=true").ToEquatableList();

    /// <summary>Returns the labels of pods in a region; none if the order does not name it.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Of(EquatableList<string> order, string region)
    {
        int position = order.AsSpan().IndexOf(region);
        return position < 0
            ? []
            : Enumerable.Range(position + 1, order.Count - position).Select(count => new KeyValuePair<string, string>(Label(count), "true"));
    }

    private static string Label(int count) => Prefix + count.ToString(CultureInfo.InvariantCulture);
}
