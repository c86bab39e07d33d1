using System.Globalization;
using Mesh.Sdk.Failover;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>What PeerAuthentications make workloads accept: that of a port first, then of the workload, the namespace and the mesh.</summary>
/// <remarks>Source: Istio, <c>composePeerAuthentication</c> in <c>pilot/pkg/security/authn</c>. Of several at one level the oldest counts.</remarks>
internal sealed class PeerPolicies
{
    private readonly Dictionary<(string Cluster, string Namespace), List<(PeerAuthenticationSpec Spec, ResourceKey Key)>> _policies = [];
    private readonly string _rootNamespace;

    private PeerPolicies(AnalysisContext context)
    {
        _rootNamespace = context.Defaults.RootNamespace;
        foreach ((PeerAuthentication policy, Place place) in context.Each<PeerAuthentication>()
            .OrderBy(p => p.Resource.Metadata.CreationTimestamp ?? DateTimeOffset.MinValue)
            .ThenBy(p => p.Place.Key.Name, StringComparer.Ordinal))
        {
            if (policy.Spec is { } spec)
            {
                (string, string) key = (place.Key.Cluster, place.Key.Namespace);
                if (!_policies.TryGetValue(key, out var policies))
                {
                    _policies.Add(key, policies = []);
                }

                policies.Add((spec, place.Key));
            }
        }
    }

    public static PeerPolicies Of(AnalysisContext context) => context.Index(static c => new PeerPolicies(c));

    /// <summary>Returns the policy that disables mutual TLS for a workload; <see langword="null"/> if it accepts some.</summary>
    /// <param name="cluster">Cluster of the control plane.</param>
    /// <param name="namespace">Namespace of the workload.</param>
    /// <param name="labels">Its labels; none asks for the namespace as a whole.</param>
    /// <param name="port">Its port; <see langword="null"/> if that does not matter.</param>
    public ResourceKey? DisabledBy(string cluster, string @namespace, EquatableMap<string> labels, int? port)
    {
        if (_policies.Count == 0)
        {
            return null;
        }

        (PeerAuthenticationSpec Spec, ResourceKey Key)[] own = [.. In(cluster, @namespace)];
        var ofWorkload = @namespace == _rootNamespace ? default : own.FirstOrDefault(p => IsForSome(p.Spec) && TopologyLabels.Select(p.Spec.Selector!.MatchLabels, labels));
        var ofNamespace = own.FirstOrDefault(p => !IsForSome(p.Spec));
        var ofMesh = In(cluster, _rootNamespace).FirstOrDefault(p => !IsForSome(p.Spec));
        (PeerAuthenticationMode? Mode, ResourceKey Key)[] inOrder =
        [
            (ModeOf(ofWorkload.Spec, port), ofWorkload.Key),
            (ofWorkload.Spec?.Mtls?.Mode, ofWorkload.Key),
            (ofNamespace.Spec?.Mtls?.Mode, ofNamespace.Key),
            (ofMesh.Spec?.Mtls?.Mode, ofMesh.Key),
        ];
        var decides = inOrder.FirstOrDefault(p => p.Mode is not (null or PeerAuthenticationMode.Unset));
        return decides.Mode == PeerAuthenticationMode.Disable ? decides.Key : null;
    }

    private static bool IsForSome(PeerAuthenticationSpec spec) => spec.Selector is { MatchLabels.Count: > 0 };

    private static PeerAuthenticationMode? ModeOf(PeerAuthenticationSpec? spec, int? port) =>
        port is { } number && spec?.PortLevelMtls.TryGetValue(number.ToString(CultureInfo.InvariantCulture), out MutualTls? mtls) == true ? mtls?.Mode : null;

    private IEnumerable<(PeerAuthenticationSpec Spec, ResourceKey Key)> In(string cluster, string @namespace)
    {
        IEnumerable<(PeerAuthenticationSpec, ResourceKey)> shared = _policies.GetValueOrDefault(("", @namespace)) ?? [];
        return cluster.Length == 0 ? shared : (_policies.GetValueOrDefault((cluster, @namespace)) ?? []).Concat(shared);
    }
}
