using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Core;

namespace Mesh.Sdk.Attachment.Objects;

/// <summary>What Banzai Cloud's Istio operator needs. Source: istio-operator release-1.7, <c>docs/federation/gateway/cluster-add</c>.</summary>
internal static class BanzaiObjects
{
    public const string ServiceAccountName = "istio-operator";

    private static readonly ResourceKind RemoteIstio = new("istio.banzaicloud.io", "v1beta1", "RemoteIstio") { Plural = "remoteistios", IsNamespaced = true };

    private static readonly EquatableList<string> All = ["get", "list", "watch", "create", "update", "patch", "delete"];

    /// <summary>Service account and role on the peer.</summary>
    public static IEnumerable<IResource> In(string @namespace) =>
    [
        new ServiceAccount { Metadata = new(ServiceAccountName, @namespace) },
        new ClusterRole { Metadata = new(ServiceAccountName), Rules = Rules },
        ReaderObjects.Bind(ServiceAccountName, ServiceAccountName, @namespace),
    ];

    /// <summary>The Secret, named after the cluster and without a label, which the operator adds.</summary>
    public static Secret SecretOf(RemoteSecret credential) =>
        credential.ToSecret() with { Metadata = new(credential.Cluster, credential.Namespace) };

    /// <summary>The object that the operator acts on.</summary>
    public static IResource Registration(string cluster, string @namespace) => new UntypedResource
    {
        Type = RemoteIstio,
        Metadata = new(cluster, @namespace),
        Fields = new([new("spec", UntypedValue.From(default(UntypedFields)))]),
    };

    private static EquatableList<PolicyRule> Rules =>
    [
        Rule(["apps"], ["deployments"], All),
        Rule(["apps"], ["deployments/status"], ["get", "update", "patch"]),
        Rule(["operator.istio.io"], ["configs"], All),
        Rule(["operator.istio.io"], ["configs/status"], ["get", "update", "patch"]),
        Rule(["admissionregistration.k8s.io"], ["mutatingwebhookconfigurations", "validatingwebhookconfigurations"], All),
        Rule([""], ["secrets", "services", "serviceaccounts", "configmaps"], All),
        Rule(["rbac.authorization.k8s.io"], ["clusterroles"], [.. All, "escalate"]),
        Rule(["rbac.authorization.k8s.io"], ["clusterrolebindings"], All),
        Rule(["apiextensions.k8s.io"], ["customresourcedefinitions"], All),
        Rule(["*"], ["*"], ["*"]),
        new() { NonResourceURLs = ["*"], Verbs = ["*"] },
    ];

    private static PolicyRule Rule(EquatableList<string> groups, EquatableList<string> resources, EquatableList<string> verbs) =>
        new() { ApiGroups = groups, Resources = resources, Verbs = verbs };
}
