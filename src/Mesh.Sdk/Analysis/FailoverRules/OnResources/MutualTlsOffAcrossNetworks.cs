using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

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
        else if (value.IsWholeRule && rule.IsAboutFailover && rule.Model.PlainNamespaces.Contains(rule.ServiceNamespace))
        {
            rule.Place.Field("host").Report(Descriptor, $"A PeerAuthentication disables mutual TLS in namespace '{rule.ServiceNamespace}'", Words.Quoted(rule.Model.Inventory.Networks));
        }
    }
}
