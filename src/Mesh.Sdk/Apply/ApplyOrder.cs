using System.Collections.Frozen;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Apply;

/// <summary>The order in which objects are applied, by kind: what others need comes first. Deletion goes the other way round.</summary>
/// <remarks>
/// Custom resources come before workloads, so that a pod finds the configuration and the policies that it starts under; webhooks come last,
/// so that they do not ask a server which does not run yet.
/// </remarks>
public static class ApplyOrder
{
    private static readonly string[][] Kinds =
    [
        ["CustomResourceDefinition", "Namespace"],
        ["PriorityClass", "StorageClass", "RuntimeClass", "IngressClass", "GatewayClass", "ResourceQuota", "LimitRange", "ServiceAccount", "PersistentVolume", "ClusterRole", "Role"],
        ["Secret", "ConfigMap", "PersistentVolumeClaim", "ClusterRoleBinding", "RoleBinding", "NetworkPolicy"],
        ["Service", "Endpoints", "EndpointSlice"],
        [],
        ["Pod", "ReplicationController", "ReplicaSet", "Deployment", "StatefulSet", "DaemonSet", "Job", "CronJob", "PodDisruptionBudget", "HorizontalPodAutoscaler"],
        ["APIService", "MutatingWebhookConfiguration", "ValidatingWebhookConfiguration", "ValidatingAdmissionPolicy", "ValidatingAdmissionPolicyBinding"],
    ];

    private static readonly FrozenDictionary<string, int> Levels =
        Kinds.SelectMany((kinds, level) => kinds.Select(kind => KeyValuePair.Create(kind, level))).ToFrozenDictionary();

    private static readonly int LevelOfOthers = Array.FindIndex(Kinds, kinds => kinds.Length == 0);

    /// <summary>Returns the level of an object, from 0. Objects of one level do not need each other.</summary>
    public static int LevelOf(ResourceKey key) => IsBuiltIn(key.Group) ? Levels.GetValueOrDefault(key.Kind, LevelOfOthers) : LevelOfOthers;

    /// <summary>Groups objects into levels, the first to be applied first. Inside a level the order stays as it was.</summary>
    public static IReadOnlyList<IReadOnlyList<T>> ForApply<T>(IEnumerable<T> objects, Func<T, ResourceKey> key)
    {
        ArgumentNullException.ThrowIfNull(objects);
        ArgumentNullException.ThrowIfNull(key);
        return [.. objects.GroupBy(o => LevelOf(key(o))).OrderBy(g => g.Key).Select(g => g.ToArray())];
    }

    /// <summary>Groups objects into levels, the first to be deleted first. Inside a level the order is reversed.</summary>
    public static IReadOnlyList<IReadOnlyList<T>> ForDelete<T>(IEnumerable<T> objects, Func<T, ResourceKey> key)
    {
        ArgumentNullException.ThrowIfNull(objects);
        return [.. ForApply(objects.Reverse(), key).Reverse()];
    }

    // Groups of Kubernetes itself; a kind of the same name elsewhere, such as Knative's Service, is a custom resource.
    private static bool IsBuiltIn(string group) =>
        !group.Contains('.', StringComparison.Ordinal) || group.EndsWith(".k8s.io", StringComparison.Ordinal);
}
