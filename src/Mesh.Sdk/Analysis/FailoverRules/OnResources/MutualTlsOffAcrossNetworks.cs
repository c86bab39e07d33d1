using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>A gateway to another network passes only mutual TLS, so endpoints without it are left out.</summary>
/// <remarks>Source: Istio, <c>EndpointsByNetworkFilter</c>; specification 3.4.</remarks>
internal sealed class MutualTlsOffAcrossNetworks : Rule<PolicyView>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2111",
        DiagnosticSeverity.Warning,
        "{0}, and the mesh has the networks {1}: endpoints of other networks are reached through gateways by Istio's mutual TLS only, so clients do not get them and cannot fail over to them.",
        "Leave tls out or set ISTIO_MUTUAL (WithClientTls, WithMutualTls), or put the clusters into one network.");

    public override void Check(PolicyView value, Place place)
    {
        RuleView rule = value.Rule;
        if (rule.ServiceNamespace is null || rule.Model.Inventory.Networks.Count < 2 || (value.Policy is null && rule.Spec.TrafficPolicy is null))
        {
            return;
        }

        bool isOwn = value.IsWholeRule || value.Subset?.TrafficPolicy?.Tls is not null || value.Port is not null;
        if (value.Policy?.Tls?.Mode is { } mode and not ClientTlsSettingsMode.IstioMutual && isOwn)
        {
            Place tls = (value.IsWholeRule ? rule.Place.Field("trafficPolicy") : value.Own).Field("tls").Field("mode");
            tls.Report(Descriptor, $"tls.mode{value.Scope} is {mode.ToString().ToUpperInvariant()}", Words.Quoted(rule.Model.Inventory.Networks));
        }
        else if (value.IsWholeRule && rule.IsAboutFailover && PolicyWithout(rule) is { } policy)
        {
            rule.Place.Field("host").Report(Descriptor, $"{policy} disables mutual TLS for '{rule.Host}'", Words.Quoted(rule.Model.Inventory.Networks));
        }
    }

    // Of a service without known endpoints, the policy of its namespace tells.
    private static ResourceKey? PolicyWithout(RuleView rule)
    {
        EquatableMap<string>[] labels = [.. rule.Services.SelectMany(rule.Model.Inventory.SourcesOf).Select(s => s.Labels).Distinct()];
        return labels.DefaultIfEmpty()
            .Select(l => rule.Model.PeerPolicies.DisabledBy(rule.Place.Key.Cluster, rule.ServiceNamespace!, l, null))
            .FirstOrDefault(p => p is not null);
    }
}
