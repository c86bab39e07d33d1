using Mesh.Sdk.Kubernetes.Answers;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Writing;

namespace Mesh.Sdk.Kubernetes.Applying;

/// <summary>The kinds that the CustomResourceDefinitions among some objects define.</summary>
internal static class DefinedKinds
{
    public static bool IsDefinition(ResourceKey key) => key is { Group: "apiextensions.k8s.io", Kind: "CustomResourceDefinition" };

    public static IEnumerable<(string Group, string Kind)> In(IEnumerable<IResource> resources) =>
        from resource in resources
        where IsDefinition(ResourceKey.Of(resource))
        let tree = UntypedWriter.ToUntyped(resource)
        select (tree.Text("spec", "group") ?? "", tree.Text("spec", "names", "kind") ?? "");
}
