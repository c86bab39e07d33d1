using Mesh.Sdk.IntegrationTests.Labs;
using Mesh.Sdk.Kubernetes;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Core;

namespace Mesh.Sdk.IntegrationTests.Kubernetes;

public sealed class KubectlAgreesTests
{
    [Test]
    public async Task What_was_applied_is_what_kubectl_would_apply()
    {
        LabCluster east = await SharedLab.EastAsync();
        using KubernetesApiClient client = east.Connect();
        string @namespace = await client.NewNamespaceAsync();
        ConfigMap map = Objects.ConfigMap(@namespace, "agreed");
        await client.ApplyAsync(map, Objects.Plain);

        (int exitCode, string difference) = await Kubectl.RunAsync(east, map.ToYaml(), "diff", "--server-side", "--field-manager", "mesh-sdk", "-f", "-");
        (_, string managers) = await Kubectl.RunAsync(east, "", "get", "configmap", "agreed", "-n", @namespace, "--show-managed-fields", "-o", "jsonpath={.metadata.managedFields[*].manager}");

        difference.Should().BeEmpty();
        exitCode.Should().Be(0);
        managers.Should().Be("mesh-sdk");
    }
}
