using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Core;

namespace Mesh.Sdk.Analysis.Upgrade.Steps;

/// <summary>MeshPolicy and Policy became PeerAuthentication where they are about mutual TLS alone.</summary>
/// <remarks>Source: Istio, <c>authentication/v1alpha1/policy.proto</c> and migration from alpha security policy.</remarks>
internal sealed class AuthenticationPolicy : IUpgradeStep
{
    private const string Group = "authentication.istio.io";
    private const string WriteByHand = "Write PeerAuthentication, and RequestAuthentication with AuthorizationPolicy for tokens, by hand.";

    private static readonly string[] Understood = ["peers", "targets"];

    public void Apply(UpgradedObject upgraded)
    {
        if (!upgraded.Is(Group, "MeshPolicy") && !upgraded.Is(Group, "Policy"))
        {
            return;
        }

        bool isMesh = upgraded.Key.Kind == "MeshPolicy";
        if (Obstacle(upgraded) is { } obstacle)
        {
            Keep(upgraded, obstacle, WriteByHand);
            return;
        }

        EquatableMap<string> selector = default;
        if (!isMesh && upgraded.Find("spec.targets") is { Items.Count: > 0 } targets)
        {
            string name = targets.Items[0].Fields["name"]?.Text ?? "";
            selector = SelectorOf(upgraded, name);
            if (!selector.IsSet || selector.Count == 0)
            {
                Keep(upgraded, $"the target '{name}', a Service whose selector is not among the objects", "Add the Service to the objects, or write PeerAuthentication with its selector by hand.");
                return;
            }
        }

        Write(upgraded, isMesh, selector);
    }

    private static void Write(UpgradedObject upgraded, bool isMesh, EquatableMap<string> selector)
    {
        string mode = ModeOf(upgraded);
        string @namespace = isMesh ? upgraded.Options.RootNamespace : upgraded.Key.Namespace;
        string scope = isMesh ? "the mesh" : selector.IsSet ? $"the pods of {upgraded.Find("spec.targets[0].name")?.Text}" : $"the namespace {@namespace}";
        UntypedValue tree = upgraded.Tree
            .Put(["apiVersion"], PeerAuthentication.Definition.ApiVersion)
            .Put(["kind"], PeerAuthentication.Definition.Name)
            .Put(["metadata", "namespace"], @namespace)
            .Put(["spec"], UntypedValue.From(default(UntypedFields)))
            .Put(["spec", "mtls", "mode"], mode);
        foreach ((string key, string value) in selector)
        {
            tree = tree.Put(["spec", "selector", "matchLabels", key], value);
        }

        upgraded.Report(UpgradeDiagnostics.AuthenticationPolicy, "spec", upgraded.Key.Kind, upgraded.Key.Name, mode, scope, $"{@namespace}/{upgraded.Key.Name}");
        upgraded.Replace(tree);
    }

    private static void Keep(UpgradedObject upgraded, string obstacle, string remedy) =>
        upgraded.Report(UpgradeDiagnostics.AuthenticationPolicyKept, "spec", upgraded.Key.Kind, upgraded.Key.Name, obstacle, remedy);

    /// <summary>Names what keeps the policy from being about mutual TLS of whole workloads alone.</summary>
    private static string? Obstacle(UpgradedObject upgraded)
    {
        UntypedFields spec = upgraded.Find("spec")?.Fields ?? default;
        foreach ((string name, UntypedValue value) in spec)
        {
            if (!Understood.Contains(name) && value.Kind != UntypedKind.Null && value.Boolean != false)
            {
                return $"the field {name}";
            }
        }

        EquatableList<UntypedValue> targets = spec["targets"]?.Items ?? default;
        EquatableList<UntypedValue> peers = spec["peers"]?.Items ?? default;
        return targets.Count > 1 ? "several targets"
            : targets.Count == 1 && targets[0].Fields["ports"] is { Items.Count: > 0 } ? "ports of a target"
            : targets.Count == 0 && upgraded.Key.Name != "default" ? "neither targets nor the name 'default'"
            : peers.Count > 1 || (peers.Count == 1 && !IsMutualTls(peers[0])) ? "peers other than one mtls"
            : null;
    }

    private static bool IsMutualTls(UntypedValue peer) =>
        peer.Fields.Count == 1
        && peer.Fields["mtls"] is { } mtls
        && mtls.Fields.All(f => f.Key == "mode" && f.Value.Text is "STRICT" or "PERMISSIVE");

    // A policy without peers asked for none, so the server spoke plain text.
    private static string ModeOf(UpgradedObject upgraded) =>
        upgraded.Find("spec.peers") is not { Items.Count: > 0 } ? "DISABLE" : upgraded.Find("spec.peers[0].mtls.mode")?.Text ?? "STRICT";

    private static EquatableMap<string> SelectorOf(UpgradedObject upgraded, string service)
    {
        ResourceKey key = new("", "v1", "Service", upgraded.Key.Namespace, service, upgraded.Key.Cluster);
        if (!upgraded.Resources.TryGet(key, out IResource? found))
        {
            return default;
        }

        return found switch
        {
            Service typed => typed.Spec?.Selector ?? default,
            UntypedResource untyped when untyped.Fields["spec"]?.Fields["selector"] is { } labels && labels.Fields.All(f => f.Value.Text is not null) =>
                EquatableMap.Create<string>([.. labels.Fields.Select(f => new KeyValuePair<string, string>(f.Key, f.Value.Text!))]),
            _ => default,
        };
    }
}
