namespace Mesh.Sdk.Failover;

/// <summary>The levels at which Istio looks for a DestinationRule. The first that has one decides.</summary>
public enum DestinationRuleLevel
{
    /// <summary>The client's namespace.</summary>
    ClientNamespace,

    /// <summary>The service's namespace, rules that are exported to the client.</summary>
    ServiceNamespace,

    /// <summary>The root namespace, rules that are exported to the client.</summary>
    RootNamespace,
}
