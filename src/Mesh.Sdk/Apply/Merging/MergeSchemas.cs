using System.Collections.Frozen;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Writing;

namespace Mesh.Sdk.Apply.Merging;

/// <summary>
/// How the objects of each kind are merged and compared: which lists are found by keys, such as containers by name, and which are one value.
/// Kinds that are not known have maps that are merged field by field and lists that are one value. Immutable.
/// </summary>
public sealed class MergeSchemas
{
    /// <summary>Kubernetes' own kinds.</summary>
    public static readonly MergeSchemas Known = new(KnownSchemas.ByKind.ToFrozenDictionary(k => (k.Key.Group, "", k.Key.Kind), k => KnownSchemas.Top(k.Value)));

    private static readonly MergeSchema Other = KnownSchemas.Top(MergeSchema.Unknown);

    private readonly FrozenDictionary<(string Group, string Version, string Kind), MergeSchema> _byKind;

    private MergeSchemas(FrozenDictionary<(string, string, string), MergeSchema> byKind) => _byKind = byKind;

    /// <summary>Returns these and the kinds that CustomResourceDefinitions define; other objects are passed over.</summary>
    public MergeSchemas With(IEnumerable<IResource> definitions)
    {
        ArgumentNullException.ThrowIfNull(definitions);
        var added = definitions
            .Where(d => d.Type is { Group: "apiextensions.k8s.io", Name: "CustomResourceDefinition" })
            .SelectMany(d => Versions(UntypedWriter.ToUntyped(d)));
        return new(_byKind.Concat(added).GroupBy(k => k.Key).ToFrozenDictionary(g => g.Key, g => g.Last().Value));
    }

    internal MergeSchema For(ResourceKey key) =>
        _byKind.GetValueOrDefault((key.Group, key.Version, key.Kind)) ?? _byKind.GetValueOrDefault((key.Group, "", key.Kind)) ?? Other;

    private static IEnumerable<KeyValuePair<(string, string, string), MergeSchema>> Versions(UntypedValue definition)
    {
        UntypedFields spec = definition.Fields["spec"]?.Fields ?? default;
        string group = spec["group"]?.Text ?? "";
        string kind = spec["names"]?.Fields["kind"]?.Text ?? "";
        return (spec["versions"]?.Items ?? default)
            .Select(v => (Name: v.Fields["name"]?.Text, Schema: v.Fields["schema"]?.Fields["openAPIV3Schema"]))
            .Where(v => v.Name is not null && v.Schema is not null)
            .Select(v => KeyValuePair.Create((group, v.Name!, kind), KnownSchemas.Top(OpenApiMerge.Read(v.Schema!))));
    }
}
