using Mesh.Sdk.Istio;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>What rules say of a service, or of a port or subset of it.</summary>
/// <param name="Subset">The subset; <see langword="null"/> for what names none.</param>
/// <param name="Port">The port; <see langword="null"/> for all that have no policy of their own.</param>
/// <param name="Policy">The policy of the first control plane; <see langword="null"/> if none has a rule.</param>
/// <param name="Failovers">The failovers of all control planes, and where each is written.</param>
internal sealed record TargetPolicy(Subset? Subset, long? Port, PolicyView? Policy, IReadOnlyList<(RegionFailover Failover, Place Place)> Failovers)
{
    public bool IsWhole => Subset is null && Port is null;

    public bool DeclaresFailover => Failovers.Count > 0 || Policy?.FailsOver == true;
}
