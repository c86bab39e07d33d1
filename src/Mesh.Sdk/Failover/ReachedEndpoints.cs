using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Failover;

/// <summary>The endpoints of a service that a client reaches, in groups, and how many are left out.</summary>
internal sealed class ReachedEndpoints
{
    private readonly ResolvedPolicy _policy;
    private readonly EndpointSelection _selection;
    private readonly string? _otherTls;
    private readonly int _unreachable;

    public ReachedEndpoints(TrafficQuestion question, ResolvedPolicy policy, NetworkGateways gateways)
    {
        _policy = policy;
        _selection = EndpointSelection.Of(question, policy.Subset?.Labels ?? [], policy.OfRule?.OutlierDetection?.MinHealthPercent ?? 0);
        _otherTls = IstioMutualTls.ModeWithout(policy.Effective?.Tls);
        EquatableList<TrafficEndpoint> kept = _otherTls is null
            ? _selection.Kept
            : _selection.Kept.Select(e => e with { UsesMutualTls = false }).ToEquatableList();
        string network = question.Client.Network;
        _unreachable = kept.Count(e => !e.UsesMutualTls && !MultiNetwork.IsDirect(network, e.Network, gateways.To(e.Network, e.Cluster).Count));
        Groups = EndpointGroups.Of(kept, gateways, network);
    }

    /// <summary>Gets the groups, all in priority 0.</summary>
    public EquatableList<EndpointGroup> Groups { get; }

    public void Explain(DecisionLog log)
    {
        foreach ((string reason, int count) in _selection.DroppedByReason)
        {
            log.Add(RoutingRule.EndpointSelection, null, $"{Words.Count(count, "endpoint")} left out: {reason}.");
        }

        foreach (UpstreamHost gateway in Groups.SelectMany(group => group.Hosts).Where(host => host.IsGateway).DistinctBy(host => host.Address))
        {
            log.Add(RoutingRule.MultiNetwork, null, $"Gateway {gateway.Address} stands for the endpoints in {string.Join(", ", gateway.ClusterRatios.Keys)} and counts as one host.");
        }

        if (_unreachable > 0 && _otherTls is not null)
        {
            log.Add(RoutingRule.MultiNetwork, _policy.TlsSource?.Child("mode"), $"{_otherTls} is not Istio's mutual TLS, by which alone gateways are reached: {Words.Count(_unreachable, "endpoint")} of other networks left out.");
        }
        else if (_unreachable > 0)
        {
            log.Add(RoutingRule.MultiNetwork, null, $"{Words.Count(_unreachable, "endpoint")} of other networks left out: gateways are reached by mutual TLS only.");
        }
    }
}
