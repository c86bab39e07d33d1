using Mesh.Sdk.Kubernetes.Answers;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kubernetes.Discovery;

/// <summary>Reads <c>APIGroupDiscoveryList</c>. Source: Kubernetes API, <c>apidiscovery.k8s.io/v2</c>.</summary>
internal static class AggregatedDiscovery
{
    public static IReadOnlyList<ApiResource> Read(UntypedValue list) =>
    [
        .. from @group in list.List("items")
           from version in @group.List("versions")
           from resource in version.List("resources")
           where resource.Text("responseKind", "kind") is { Length: > 0 }
           select Read(@group.Text("metadata", "name") ?? "", version.Text("version") ?? "", resource),
    ];

    private static ApiResource Read(string group, string version, UntypedValue resource) => new()
    {
        Kind = new ResourceKind(group, version, resource.Text("responseKind", "kind")!),
        Plural = resource.Text("resource") ?? "",
        IsNamespaced = resource.Text("scope") == "Namespaced",
        Verbs = resource.Texts("verbs"),
        ShortNames = resource.Texts("shortNames"),
        Subresources = resource.List("subresources").Select(s => s.Text("subresource") ?? "").ToEquatableList(),
    };
}
