using Mesh.Sdk.IntegrationTests.Labs;
using Mesh.Sdk.Kubernetes;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Tests;

namespace Mesh.Sdk.IntegrationTests.Kubernetes;

/// <summary>The CustomResourceDefinitions of <c>../shared/crds</c>.</summary>
internal static class SharedDefinitions
{
    // Of what an old server does not know, such as x-kubernetes-validations, a creation loses the fields, and server-side apply fails.
    private static readonly KubernetesWriteOptions Lenient = new() { FieldValidation = KubernetesFieldValidation.Ignore };

    /// <summary>Reads the definitions of a folder.</summary>
    public static IReadOnlyList<IResource> Read(params string[] folder) =>
        [.. Directory.GetFiles(TestFolders.Shared(["crds", .. folder]), "*.yaml").SelectMany(file => new ResourceReader(ResourceKinds.None).Read(File.ReadAllText(file)))];

    /// <summary>Sees to it that the definitions of a folder are there, and returns when their kinds are served.</summary>
    public static async Task DefineAsync(this LabCluster cluster, params string[] folder)
    {
        using KubernetesApiClient client = cluster.Connect();
        IReadOnlyList<IResource> definitions = Read(folder);
        foreach (IResource definition in definitions)
        {
            if (await client.FindAsync(ResourceKey.Of(definition)) is null)
            {
                await client.CreateAsync(definition, Lenient);
            }
        }

        foreach (IResource definition in definitions)
        {
            await client.UntilServedAsync(((UntypedResource)definition).Fields["spec"]!);
        }
    }

    /// <summary>Waits until a kind is served, which is a little later than its definition is established.</summary>
    public static async Task UntilServedAsync(this KubernetesApiClient client, ResourceKind kind)
    {
        while (await client.Discovery.FindAsync(kind) is null)
        {
            await Task.Yield();
        }
    }

    private static async Task UntilServedAsync(this KubernetesApiClient client, UntypedValue spec)
    {
        foreach (UntypedValue version in spec.Fields["versions"]!.Items.Where(v => v.Fields["served"]!.Boolean == true))
        {
            await client.UntilServedAsync(new ResourceKind(spec.Fields["group"]!.Text!, version.Fields["name"]!.Text!, spec.Fields["names"]!.Fields["kind"]!.Text!));
        }
    }
}
