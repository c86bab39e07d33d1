using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Failover;

/// <summary>What the mesh config decides where no DestinationRule does. The defaults are those of Istio.</summary>
/// <remarks>Source: Istio, <c>mesh/v1alpha1/config.proto</c>; specification 2, 3.2, 8.</remarks>
public sealed record MeshDefaults
{
    /// <summary>Istio's own defaults.</summary>
    public static readonly MeshDefaults Istio = new();

    /// <summary>Gets the namespace whose rules apply to the whole mesh.</summary>
    public string RootNamespace { get; init; } = "istio-system";

    /// <summary>Gets the domain that completes short host names.</summary>
    public string Domain { get; init; } = "cluster.local";

    /// <summary>Gets the <c>exportTo</c> of DestinationRules that have none.</summary>
    /// <value>Unset means everywhere.</value>
    public EquatableList<string> DefaultDestinationRuleExportTo { get; init; }

    /// <summary>Gets the mesh's <c>localityLbSetting</c>.</summary>
    /// <value>On, and nothing else, by default.</value>
    public LocalityLoadBalancerSetting? LocalityLbSetting { get; init; } = new() { Enabled = true };

    /// <summary>Gets the mesh's <c>zoneAwareLbSetting</c>, which comes before <see cref="LocalityLbSetting"/>.</summary>
    public ZoneAwareLoadBalancerSetting? ZoneAwareLbSetting { get; init; }

    /// <summary>Gets the policy that fills a missing connection pool or outlier detection. It does not switch failover on.</summary>
    public TrafficPolicy? DefaultTrafficPolicy { get; init; }

    /// <summary>Gets whether endpoints that are not ready are sent as unhealthy, and so count as hosts.</summary>
    /// <value><see langword="true"/> since Istio 1.31; older releases leave them out.</value>
    public bool SendsUnhealthyEndpoints { get; init; } = true;
}
