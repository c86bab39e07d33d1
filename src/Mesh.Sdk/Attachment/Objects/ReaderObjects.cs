using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Core;

namespace Mesh.Sdk.Attachment.Objects;

/// <summary>What lets istiod read a cluster, and no more. Source: Istio's chart, <c>reader-clusterrole.yaml</c>.</summary>
internal static class ReaderObjects
{
    public const string ServiceAccountName = "istio-reader-service-account";

    private static readonly EquatableList<string> Read = ["get", "list", "watch"];

    public static IEnumerable<IResource> In(string @namespace)
    {
        string role = $"istio-reader-clusterrole-{@namespace}";
        return
        [
            new ServiceAccount { Metadata = new(ServiceAccountName, @namespace) { Labels = [new("app", "istio-reader")] } },
            new ClusterRole { Metadata = new(role) { Labels = [new("app", "istio-reader")] }, Rules = Rules },
            Bind(role, ServiceAccountName, @namespace) with { Metadata = new(role) { Labels = [new("app", "istio-reader")] } },
        ];
    }

    public static ClusterRoleBinding Bind(string role, string serviceAccount, string @namespace) => new()
    {
        Metadata = new(role),
        RoleRef = new() { ApiGroup = "rbac.authorization.k8s.io", Kind = "ClusterRole", Name = role },
        Subjects = [new() { Kind = "ServiceAccount", Name = serviceAccount, Namespace = @namespace }],
    };

    private static EquatableList<PolicyRule> Rules =>
    [
        Rule(
            ["config.istio.io", "security.istio.io", "networking.istio.io", "authentication.istio.io", "rbac.istio.io", "telemetry.istio.io", "extensions.istio.io"],
            ["*"],
            Read),
        Rule([""], ["endpoints", "pods", "services", "nodes", "replicationcontrollers", "namespaces", "secrets", "configmaps"], Read),
        Rule(["networking.x-k8s.io", "gateway.networking.k8s.io"], ["gateways"], Read),
        Rule(["apiextensions.k8s.io"], ["customresourcedefinitions"], Read),
        Rule(["discovery.k8s.io"], ["endpointslices"], Read),
        Rule(["multicluster.x-k8s.io"], ["serviceexports"], ["get", "list", "watch", "create", "delete"]),
        Rule(["multicluster.x-k8s.io"], ["serviceimports"], Read),
        Rule(["apps"], ["replicasets"], Read),
        Rule(["authentication.k8s.io"], ["tokenreviews"], ["create"]),
        Rule(["authorization.k8s.io"], ["subjectaccessreviews"], ["create"]),
    ];

    private static PolicyRule Rule(EquatableList<string> groups, EquatableList<string> resources, EquatableList<string> verbs) =>
        new() { ApiGroups = groups, Resources = resources, Verbs = verbs };
}
