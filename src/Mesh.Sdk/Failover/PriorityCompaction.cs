using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Failover;

/// <summary>Renumbers priorities 0, 1, 2 without gaps, as Envoy requires.</summary>
internal static class PriorityCompaction
{
    public static EquatableList<EndpointGroup> Compact(IEnumerable<EndpointGroup> groups)
    {
        EndpointGroup[] list = [.. groups];
        int[] used = [.. list.Select(group => group.Priority).Distinct().Order()];
        return list.Select(group => group with { Priority = Array.BinarySearch(used, group.Priority) }).ToEquatableList();
    }
}
