using System.Collections.Immutable;
using Mesh.Sdk.Apply;
using Mesh.Sdk.Apply.Merging;
using Mesh.Sdk.Kubernetes.Answers;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Writing;

namespace Mesh.Sdk.Kubernetes.Applying;

/// <summary>Reads an object of a cluster: its fields, and from <c>metadata.managedFields</c> who owns them.</summary>
internal static class LiveObject
{
    /// <summary>Reads everything.</summary>
    /// <param name="live">The object.</param>
    /// <param name="manager">Our field manager. What was not applied, but updated under the same name, belongs to somebody else.</param>
    public static ManagedObject Read(IResource live, string manager)
    {
        var managers = ManagedObject.Nothing.Managers.ToBuilder();
        foreach (UntypedValue entry in Entries(live))
        {
            string owner = OwnerOf(entry, manager);
            FieldSet fields = FieldSet.FromFieldsV1(entry.Fields["fieldsV1"] ?? UntypedValue.From(default(UntypedFields)));
            managers[owner] = managers.TryGetValue(owner, out FieldSet? others) ? others.Union(fields) : fields;
        }

        return new(ServerFields.Without(UntypedWriter.ToUntyped(live)), managers.ToImmutable());
    }

    /// <summary>Reads whose the object is.</summary>
    public static Ownership OwnershipOf(IResource live, string manager) =>
        new(SetOf(live), Entries(live).Select(e => OwnerOf(e, manager)).Distinct().ToEquatableList());

    /// <summary>Gets the id of the set that the object is a member of; <see langword="null"/> if it is of none.</summary>
    public static string? SetOf(IResource live) => live.Metadata.Labels.GetValueOrDefault(Ownership.PartOf);

    /// <summary>
    /// Tells whether the object was applied as a member of a set. What has an owner was made by a controller, such as Strimzi's and that of Gateway API, with
    /// the labels of the member that it was made for; it goes with that.
    /// </summary>
    public static bool IsMember(IResource live, ApplySet set) => SetOf(live) == set.Id && live.Metadata.OwnerReferences.Count == 0;

    /// <summary>Gets the fields that a manager has applied in a version, as <c>fieldsV1</c>; <see langword="null"/> if there are none.</summary>
    public static UntypedValue? AppliedBy(string manager, string apiVersion, IResource live)
    {
        foreach (UntypedValue entry in Entries(live))
        {
            if (OwnerOf(entry, manager) == manager && entry.Text("apiVersion") == apiVersion)
            {
                return entry.Fields["fieldsV1"];
            }
        }

        return null;
    }

    private static EquatableList<UntypedValue> Entries(IResource live) => live.Metadata.UnknownFields["managedFields"]?.Items ?? [];

    private static string OwnerOf(UntypedValue entry, string manager)
    {
        string name = entry.Text("manager") ?? "";
        return name != manager || (entry.Text("operation") == "Apply" && string.IsNullOrEmpty(entry.Text("subresource"))) ? name : $"{name} (Update)";
    }
}
