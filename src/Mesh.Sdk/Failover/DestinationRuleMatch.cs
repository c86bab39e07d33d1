using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Failover;

/// <summary>The DestinationRule that a client uses for a service.</summary>
public sealed record DestinationRuleMatch
{
    /// <summary>Gets the rule, with what was merged into it. Its host is the full name.</summary>
    public required DestinationRule Rule { get; init; }

    /// <summary>Gets the rules it was made from as <c>namespace/name</c>, the one that gives the name first.</summary>
    public required EquatableList<string> MadeFrom { get; init; }

    /// <summary>Gets which of them gives the traffic policy.</summary>
    /// <value><see langword="null"/> if none has one.</value>
    public string? PolicyFrom { get; init; }

    /// <summary>Gets the level at which it was found.</summary>
    public required DestinationRuleLevel Level { get; init; }

    /// <summary>Gets the rule's <c>namespace/name</c>.</summary>
    public string Name => MadeFrom[0];
}
