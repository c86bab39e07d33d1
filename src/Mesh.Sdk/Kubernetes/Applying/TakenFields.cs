using Mesh.Sdk.Apply.Merging;

namespace Mesh.Sdk.Kubernetes.Applying;

/// <summary>The fields that other managers lose when an object is applied with force: those that are in conflict.</summary>
internal static class TakenFields
{
    public static IReadOnlyList<FieldConflict> Between(ManagedObject before, ManagedObject after, string manager) =>
    [
        .. from other in before.Managers
           where other.Key != manager
           from path in other.Value.Except(after.Managers.GetValueOrDefault(other.Key) ?? FieldSet.Empty).Paths
           select new FieldConflict(path, other.Key),
    ];
}
