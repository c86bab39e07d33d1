using Mesh.Sdk.Kubernetes;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Core;

namespace Mesh.Sdk.IntegrationTests.Kubernetes;

/// <summary>Small objects for tests, and namespaces to keep tests apart.</summary>
internal static class Objects
{
    public static readonly ResourceKind ConfigMaps = new("", "v1", "ConfigMap");

    public static readonly KubernetesWriteOptions Plain = KubernetesWriteOptions.Default;

    private static int namespaces;

    /// <summary>Makes a namespace that no other test uses.</summary>
    public static async Task<string> NewNamespaceAsync(this KubernetesApiClient client)
    {
        string name = $"test-{Interlocked.Increment(ref namespaces)}";
        await client.ApplyAsync(new Namespace { Metadata = new(name) }, Plain);
        return name;
    }

    public static ConfigMap ConfigMap(string @namespace, string name, string value = "1") =>
        new() { Metadata = new(name, @namespace), Data = [KeyValuePair.Create("key", value)] };

    public static ResourceKey KeyOf(IResource resource) => ResourceKey.Of(resource);

    public static async Task<List<string>> NamesAsync(this IAsyncEnumerable<IResource> resources)
    {
        List<string> names = [];
        await foreach (IResource resource in resources)
        {
            names.Add(resource.Metadata.Name!);
        }

        return names;
    }
}
