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

    /// <summary>
    /// Adds a mesh: its definition, <see cref="ConnectedMesh"/> with a connection to each cluster, and each <see cref="ConnectedCluster"/> with its name as key.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="mesh">The definition.</param>
    /// <param name="configure">Says where the clusters are. All mistakes are told when the program starts.</param>
    /// <remarks>
    /// A <see cref="TimeProvider"/> and a logger among the services are used. What is risky about a connection is logged, such as certificates that are not
    /// checked (MESH4112).
    /// </remarks>
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
        foreach (MeshCluster cluster in mesh.Clusters)
        {
            services.AddKeyedSingleton(cluster.Name, static (provider, name) => provider.GetRequiredService<ConnectedMesh>()[(string)name!]);
        }

        return services;
    }

    private static ConnectedMesh Connect(IServiceProvider services)
    {
        ServiceMesh mesh = services.GetRequiredService<ServiceMesh>();
        MeshOptions options = services.GetRequiredService<IOptions<MeshOptions>>().Value;
        TimeProvider time = services.GetRequiredService<TimeProvider>();
        ILogger<ConnectedMesh> logger = services.GetService<ILogger<ConnectedMesh>>() ?? NullLogger<ConnectedMesh>.Instance;
        KubernetesClientOptions client = new() { Time = time, MaxParallelRequests = options.MaxParallelRequests };
        return new(mesh, mesh.Clusters.Select(c => ConnectedMesh.Connect(c.Name, options.KubeconfigOf(c)!, client with { Warnings = new LoggedWarnings(logger, c.Name) })))
        {
            Timeout = options.Timeout,
            Time = time,
            Logger = logger,
        };
    }
}
