using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kubernetes;
using Mesh.Sdk.Topology;
using Microsoft.Extensions.Options;

namespace Mesh.Sdk.Hosting;

/// <summary>Looks at all options, and at each kubeconfig, before the program starts. No cluster is asked.</summary>
internal sealed class MeshOptionsCheck(ServiceMesh mesh) : IValidateOptions<MeshOptions>
{
    public ValidateOptionsResult Validate(string? name, MeshOptions options)
    {
        List<string> wrong = [];
        if (options.Timeout <= TimeSpan.Zero)
        {
            wrong.Add($"{nameof(MeshOptions.Timeout)} is {options.Timeout}, and must be positive.");
        }

        if (options.MaxParallelRequests < 1)
        {
            wrong.Add($"{nameof(MeshOptions.MaxParallelRequests)} is {options.MaxParallelRequests}, and must be at least 1.");
        }

        string[] declared = [.. mesh.Clusters.Select(c => c.Name)];
        wrong.AddRange(options.Clusters.Keys.Except(declared).Select(c => $"The mesh '{mesh.Name}' has no cluster '{c}'.{Suggestion.For(c, declared)}"));
        wrong.AddRange(mesh.Clusters.SelectMany(c => Check(c, options.KubeconfigOf(c))));
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static IEnumerable<string> Check(MeshCluster cluster, KubeconfigReference? kubeconfig)
    {
        if (string.IsNullOrWhiteSpace(kubeconfig?.Path))
        {
            return [$"The cluster '{cluster.Name}' has no kubeconfig. Name one in {nameof(MeshOptions)}.{nameof(MeshOptions.Clusters)}, or by WithKubeconfig in its definition."];
        }

        try
        {
            KubeConfig.Load(kubeconfig.Path).GetConnection(kubeconfig.Context);
            return [];
        }
        catch (KubernetesConfigurationException e)
        {
            return e.Report.Errors.Select(d => $"The cluster '{cluster.Name}': {d}");
        }
    }
}
