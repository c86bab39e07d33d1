using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Failover;

/// <summary>Priorities by labels that client and endpoint share (<c>failoverPriority</c>): specification 4.3.</summary>
internal static class LabelPriorities
{
    public static EquatableList<EndpointGroup> Apply(IEnumerable<EndpointGroup> groups, EquatableList<string> keys, EquatableMap<string> clientLabels)
    {
        if (clientLabels.Count == 0)
        {
            return groups.ToEquatableList();
        }

        LabelKey[] parsed = [.. keys.Select(LabelKey.Parse)];
        return PriorityCompaction.Compact(groups.SelectMany(group => Split(group, parsed, clientLabels)));
    }

    private static IEnumerable<EndpointGroup> Split(EndpointGroup group, LabelKey[] keys, EquatableMap<string> clientLabels) =>
        group.Hosts
            .GroupBy(host => ValueOf(host.Labels, keys, clientLabels))
            .OrderBy(hosts => hosts.Key)
            .Select(hosts => group.WithHosts(hosts) with { Priority = hosts.Key });

    private static int ValueOf(EquatableMap<string> labels, LabelKey[] keys, EquatableMap<string> clientLabels)
    {
        int otherNetwork = 0;
        for (int i = 0; i < keys.Length; i++)
        {
            if (keys[i].Fits(labels, clientLabels))
            {
                continue;
            }

            // Any endpoint of another network comes after all of the client's, in the order of the remaining keys.
            if (i == 0 && keys[i].IsNetwork)
            {
                otherNetwork = keys.Length;
                continue;
            }

            return otherNetwork + keys.Length - i;
        }

        return otherNetwork;
    }

    /// <summary>A key, and the value that endpoints must have where it is given as <c>name=value</c>.</summary>
    private sealed record LabelKey(string Text, string Name, string? Value)
    {
        public bool IsNetwork => Text == TopologyLabels.Network;

        public static LabelKey Parse(string text)
        {
            string[] parts = text.Split('=');
            return new(text, parts[0], parts.Length == 2 ? parts[1] : null);
        }

        public bool Fits(EquatableMap<string> labels, EquatableMap<string> clientLabels) =>
            ValueIn(labels) == (Value ?? ValueIn(clientLabels));

        private string ValueIn(EquatableMap<string> labels) => labels.TryGetValue(Name, out string? value) ? value : "";
    }
}
