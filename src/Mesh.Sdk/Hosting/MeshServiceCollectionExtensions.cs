using Mesh.Sdk.Attachment;
using Mesh.Sdk.Hosting;
using Mesh.Sdk.Kubernetes;
using Mesh.Sdk.Topology;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

#pragma warning disable IDE0130 // Where everybody looks for it.
namespace Microsoft.Extensions.DependencyInjection;
#pragma warning restore IDE0130

/// <summary>Adds a mesh to a program.</summary>
public static class MeshServiceCollectionExtensions
{
    /// <summary>Adds a mesh whose definition names the kubeconfig of each cluster.</summary>
    public static IServiceCollection AddMesh(this IServiceCollection services, ServiceMesh mesh) => services.AddMesh(mesh, static _ => { });

    /// <summary>Adds a mesh: its definition, and <see cref="ConnectedMesh"/> with a connection to each cluster.</summary>
    /// <param name="services">The services.</param>
    /// <param name="mesh">The definition.</param>
    /// <param name="configure">Says where the clusters are. All mistakes are told when the program starts.</param>
    /// <remarks>A <see cref="TimeProvider"/> and a logger among the services are used.</remarks>
    public static IServiceCollection AddMesh(this IServiceCollection services, ServiceMesh mesh, Action<MeshOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(mesh);
        ArgumentNullException.ThrowIfNull(configure);
        services.AddOptions<MeshOptions>().Configure(configure).ValidateOnStart();
        services.AddSingleton<IValidateOptions<MeshOptions>>(new MeshOptionsCheck(mesh));
        services.AddSingleton(mesh);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(Connect);
        return services;
    }

    private static ConnectedMesh Connect(IServiceProvider services)
    {
        ServiceMesh mesh = services.GetRequiredService<ServiceMesh>();
        MeshOptions options = services.GetRequiredService<IOptions<MeshOptions>>().Value;
        TimeProvider time = services.GetRequiredService<TimeProvider>();
        KubernetesClientOptions client = new() { Time = time, MaxParallelRequests = options.MaxParallelRequests };
        return new(mesh, mesh.Clusters.Select(c => ConnectedMesh.Connect(c.Name, options.KubeconfigOf(c)!, client)))
        {
            Timeout = options.Timeout,
            Time = time,
            Logger = services.GetService<ILogger<ConnectedMesh>>() ?? NullLogger<ConnectedMesh>.Instance,
        };
    }
}
