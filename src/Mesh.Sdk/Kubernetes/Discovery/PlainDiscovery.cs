using Mesh.Sdk.Kubernetes.Answers;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kubernetes.Discovery;

/// <summary>Reads <c>APIGroupList</c> and <c>APIResourceList</c>, which every server has.</summary>
internal static class PlainDiscovery
{
    /// <summary>Gets group and version of all, of each group the preferred version first.</summary>
    public static EquatableList<string> VersionsOf(UntypedValue groups) =>
        groups.List("groups")
            .SelectMany(g => g.List("versions").Select(v => v.Text("groupVersion") ?? "").OrderBy(v => v == g.Text("preferredVersion", "groupVersion") ? 0 : 1))
            .ToEquatableList();

    public static IReadOnlyList<ApiResource> Read(UntypedValue list)
    {
        (string group, string version) = ResourceKind.Split(list.Text("groupVersion") ?? "v1");
        EquatableList<UntypedValue> all = list.List("resources");
        ILookup<string, string> parts = all.Select(r => (r.Text("name") ?? "").Split('/', 2))
            .Where(n => n.Length == 2)
            .ToLookup(n => n[0], n => n[1]);
        return [.. all.Where(r => !(r.Text("name") ?? "/").Contains('/', StringComparison.Ordinal)).Select(r => Read(group, version, r, parts))];
    }

    private static ApiResource Read(string group, string version, UntypedValue resource, ILookup<string, string> parts) => new()
    {
        Kind = new ResourceKind(group, version, resource.Text("kind") ?? "Unknown"),
        Plural = resource.Text("name")!,
        IsNamespaced = resource.Flag("namespaced"),
        Verbs = resource.Texts("verbs"),
        ShortNames = resource.Texts("shortNames"),
        Subresources = parts[resource.Text("name")!].ToEquatableList(),
    };
}
