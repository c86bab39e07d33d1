using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Writing;

namespace Mesh.Sdk.Apply;

/// <summary>The kinds that CustomResourceDefinitions define.</summary>
internal static class DefinedKinds
{
    public static bool IsDefinition(ResourceKey key) => key is { Group: "apiextensions.k8s.io", Kind: "CustomResourceDefinition" };

    public static IEnumerable<(string Group, string Kind)> In(IEnumerable<IResource> resources) =>
        resources.Where(r => IsDefinition(ResourceKey.Of(r))).Select(Of);

    public static (string Group, string Kind) Of(IResource definition)
    {
        UntypedValue tree = UntypedWriter.ToUntyped(definition);
        return (tree.Find(["spec", "group"])?.Text ?? "", tree.Find(["spec", "names", "kind"])?.Text ?? "");
    }
}
