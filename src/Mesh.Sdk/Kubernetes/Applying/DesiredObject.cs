using Mesh.Sdk.Apply;
using Mesh.Sdk.Apply.Merging;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Writing;

namespace Mesh.Sdk.Kubernetes.Applying;

/// <summary>An object as it is sent: a member of its set, without status and without what only the server writes.</summary>
internal static class DesiredObject
{
    public static UntypedResource Of(IResource resource, ApplySet? set)
    {
        UntypedValue tree = ServerFields.Without(UntypedWriter.ToUntyped(resource));
        return new()
        {
            Type = resource.Type,
            Metadata = Clean(resource.Metadata, set),
            Fields = tree.Fields.Without("apiVersion").Without("kind").Without("metadata"),
        };
    }

    private static ObjectMeta Clean(ObjectMeta metadata, ApplySet? set) => metadata with
    {
        Labels = set is null ? metadata.Labels : metadata.Labels.With(Ownership.PartOf, set.Id),
        Uid = null,
        ResourceVersion = null,
        Generation = null,
        CreationTimestamp = null,
        DeletionTimestamp = null,
        DeletionGracePeriodSeconds = null,
        UnknownFields = new(metadata.UnknownFields.Where(f => !ServerFields.Names.Contains(f.Key))),
    };
}
