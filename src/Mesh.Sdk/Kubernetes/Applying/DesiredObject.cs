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

    /// <summary>Has the server refuse the object, with 409, if there is one of its name.</summary>
    /// <remarks>
    /// The version of an object is compared where there is one, and counts for nothing where there is none. No object has this one, which is the first of
    /// etcd, before anything is written. Source: k8s.io/apiserver, <c>pkg/registry/generic/registry/store.go</c>, <c>Update</c>.
    /// </remarks>
    public static UntypedResource ThatIsNew(UntypedResource resource) => resource with { Metadata = resource.Metadata with { ResourceVersion = "1" } };

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
