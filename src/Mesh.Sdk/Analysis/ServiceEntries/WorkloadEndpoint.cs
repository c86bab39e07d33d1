using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.ServiceEntries;

/// <summary>A workload outside of Kubernetes: one that stands alone, or an endpoint of an entry.</summary>
/// <param name="Spec">The workload.</param>
/// <param name="EntryPorts">The names of the ports of its entry; <see langword="null"/> if it stands alone.</param>
internal sealed record WorkloadEndpoint(WorkloadEntrySpec Spec, IReadOnlySet<string>? EntryPorts)
{
    /// <summary>Gets whether there is neither an address nor a network whose gateway stands for it.</summary>
    public bool IsUnreachable => string.IsNullOrEmpty(Spec.Address) && string.IsNullOrEmpty(Spec.Network);
}
