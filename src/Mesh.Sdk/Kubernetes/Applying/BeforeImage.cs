using Mesh.Sdk.Apply.Merging;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Reading;

namespace Mesh.Sdk.Kubernetes.Applying;

/// <summary>What to apply to an object so that it is again as it was.</summary>
internal static class BeforeImage
{
    /// <summary>Of an object that was changed: what we owned, and what we took from others.</summary>
    public static PackedObject OfChange(IResource before, IResource after, string manager)
    {
        ManagedObject old = LiveObject.Read(before, manager);
        ManagedObject young = LiveObject.Read(after, manager);
        FieldSet ours = old.Managers.GetValueOrDefault(manager) ?? FieldSet.Empty;
        FieldSet all = old.Managers
            .Where(m => m.Key != manager)
            .Aggregate(ours, (sum, m) => sum.Union(m.Value.Except(young.Managers.GetValueOrDefault(m.Key) ?? FieldSet.Empty)));
        UntypedValue fields = (all.IsEmpty ? null : FieldExtract.From(old.Tree, all)) ?? UntypedValue.From(default(UntypedFields));
        UntypedValue tree = fields
            .Put(["metadata", "name"], before.Metadata.Name!)
            .Put(["apiVersion"], before.Type.ApiVersion)
            .Put(["kind"], before.Type.Name);
        tree = before.Metadata.Namespace is { } @namespace ? tree.Put(["metadata", "namespace"], @namespace) : tree;
        return PackedObject.Of(ResourceTree.Read(tree, new(before.Type.Group, before.Type.Version, before.Type.Name), out _));
    }

    /// <summary>Of an object that was deleted: all but what the server writes.</summary>
    public static PackedObject OfDeletion(IResource before) => PackedObject.Of(DesiredObject.Of(before, null));
}
