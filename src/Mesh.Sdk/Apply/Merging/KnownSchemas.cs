using System.Collections.Frozen;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Apply.Merging;

/// <summary>How Kubernetes' own kinds are merged (<c>listType</c>, <c>listMapKey</c> and <c>mapType</c> markers of k8s.io/api).</summary>
internal static class KnownSchemas
{
    private static readonly MergeSchema Data = new() { HasDataKeys = true };

    private static readonly MergeSchema Values = new() { List = ListKind.Set };

    /// <summary>What holds for the metadata of every object.</summary>
    public static readonly MergeSchema Metadata = Map(
        ("labels", Data),
        ("annotations", Data),
        ("finalizers", Values),
        ("ownerReferences", ListBy(MergeSchema.Atomic, "uid")));

    private static readonly MergeSchema Resources = Map(("limits", Data), ("requests", Data), ("claims", ListBy(null, "name")));

    private static readonly MergeSchema Container = Map(
        ("ports", new() { List = ListKind.Map, Keys = [new("containerPort", null), new("protocol", "TCP")] }),
        ("env", ListBy(
            Map(("valueFrom", Map(
                ("fieldRef", MergeSchema.Atomic),
                ("resourceFieldRef", MergeSchema.Atomic),
                ("configMapKeyRef", MergeSchema.Atomic),
                ("secretKeyRef", MergeSchema.Atomic)))),
            "name")),
        ("volumeMounts", ListBy(null, "mountPath")),
        ("volumeDevices", ListBy(null, "devicePath")),
        ("resources", Resources));

    private static readonly MergeSchema PodSpec = Map(
        ("containers", ListBy(Container, "name")),
        ("initContainers", ListBy(Container, "name")),
        ("ephemeralContainers", ListBy(Container, "name")),
        ("volumes", ListBy(null, "name")),
        ("imagePullSecrets", ListBy(MergeSchema.Atomic, "name")),
        ("hostAliases", ListBy(null, "ip")),
        ("topologySpreadConstraints", ListBy(Map(("labelSelector", MergeSchema.Atomic)), "topologyKey", "whenUnsatisfiable")),
        ("schedulingGates", ListBy(null, "name")),
        ("resourceClaims", ListBy(null, "name")),
        ("nodeSelector", MergeSchema.Atomic),
        ("overhead", Data));

    private static readonly MergeSchema PodTemplate = Map(("metadata", Metadata), ("spec", PodSpec));

    private static readonly MergeSchema Workload = Map(("selector", MergeSchema.Atomic), ("template", PodTemplate));

    private static readonly MergeSchema Conditions = Map(("conditions", ListBy(null, "type")));

    private static readonly MergeSchema Service = Map(
        ("ports", new() { List = ListKind.Map, Keys = [new("port", null), new("protocol", "TCP")] }),
        ("selector", MergeSchema.Atomic));

    private static readonly MergeSchema Webhooks = Map(("webhooks", ListBy(Map(("namespaceSelector", MergeSchema.Atomic), ("objectSelector", MergeSchema.Atomic)), "name")));

    private static readonly MergeSchema ConfigMap = Map(("data", Data), ("binaryData", Data), ("stringData", Data));

    private static readonly MergeSchema Bindings = Map(("roleRef", MergeSchema.Atomic));

    /// <summary>Gets what holds below the top of each kind, by group and kind.</summary>
    public static readonly FrozenDictionary<(string Group, string Kind), MergeSchema> ByKind = new Dictionary<(string, string), MergeSchema>
    {
        [("", "Pod")] = Spec(PodSpec),
        [("", "PodTemplate")] = Map(("template", PodTemplate)),
        [("", "ReplicationController")] = Spec(Map(("selector", MergeSchema.Atomic), ("template", PodTemplate))),
        [("", "Service")] = Spec(Service),
        [("", "ServiceAccount")] = Map(("secrets", ListBy(MergeSchema.Atomic, "name"))),
        [("", "ConfigMap")] = ConfigMap,
        [("", "Secret")] = ConfigMap,
        [("", "Node")] = Spec(Map(("podCIDRs", Values))),
        [("", "ResourceQuota")] = Spec(Map(("hard", Data))),
        [("", "PersistentVolumeClaim")] = Spec(Map(("selector", MergeSchema.Atomic), ("resources", Resources), ("dataSource", MergeSchema.Atomic))),
        [("apps", "Deployment")] = Spec(Workload),
        [("apps", "ReplicaSet")] = Spec(Workload),
        [("apps", "DaemonSet")] = Spec(Workload),
        [("apps", "StatefulSet")] = Spec(Workload),
        [("batch", "Job")] = Spec(Workload),
        [("batch", "CronJob")] = Spec(Map(("jobTemplate", Map(("metadata", Metadata), ("spec", Workload))))),
        [("rbac.authorization.k8s.io", "RoleBinding")] = Bindings,
        [("rbac.authorization.k8s.io", "ClusterRoleBinding")] = Bindings,
        [("policy", "PodDisruptionBudget")] = Spec(Map(("selector", MergeSchema.Atomic))),
        [("networking.k8s.io", "NetworkPolicy")] = Spec(Map(("podSelector", MergeSchema.Atomic))),
        [("networking.k8s.io", "Ingress")] = Spec(Map(("defaultBackend", Map(("resource", MergeSchema.Atomic))))),
        [("admissionregistration.k8s.io", "MutatingWebhookConfiguration")] = Webhooks,
        [("admissionregistration.k8s.io", "ValidatingWebhookConfiguration")] = Webhooks,
        [("gateway.networking.k8s.io", "Gateway")] = Spec(Map(("listeners", ListBy(null, "name")))),
    }.ToFrozenDictionary();

    /// <summary>Returns a schema for the top of an object.</summary>
    public static MergeSchema Top(MergeSchema below) =>
        below with { Fields = below.Fields.Where(f => f.Key != "metadata").Append(new("metadata", Metadata)).ToFrozenDictionary() };

    private static MergeSchema Spec(MergeSchema spec) => Map(("spec", spec), ("status", Conditions));

    private static MergeSchema Map(params (string Name, MergeSchema Schema)[] fields) => new() { Fields = fields.ToFrozenDictionary(f => f.Name, f => f.Schema) };

    private static MergeSchema ListBy(MergeSchema? items, params string[] keys) =>
        new() { List = ListKind.Map, Keys = keys.Select(k => KeyValuePair.Create(k, default(UntypedValue))).ToEquatableList(), Items = items };
}
