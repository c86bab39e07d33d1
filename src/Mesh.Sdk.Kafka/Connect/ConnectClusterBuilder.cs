namespace Mesh.Sdk.Kafka.Connect;

/// <summary>Says how a Connect cluster runs. Lives inside the lambda of <see cref="ConnectTopologyBuilder.AddConnectCluster"/> and no longer.</summary>
public sealed class ConnectClusterBuilder
{
    private ConnectCluster _cluster;

    internal ConnectClusterBuilder(string name, string kafka) => _cluster = new() { Name = name, Kafka = kafka };

    /// <summary>Sets the number of workers, 3 by default.</summary>
    public ConnectClusterBuilder WithReplicas(int replicas) => Change(_cluster with { Replicas = replicas });

    /// <summary>Sets the image with Connect and plugins.</summary>
    public ConnectClusterBuilder WithImage(string image) => Change(_cluster with { Image = image });

    /// <summary>Sets the version of Kafka.</summary>
    public ConnectClusterBuilder WithVersion(string version) => Change(_cluster with { Version = version });

    /// <summary>Adds a plugin by the image that holds it.</summary>
    /// <param name="name">Name of the plugin.</param>
    /// <param name="image">Image, which is mounted into the workers.</param>
    public ConnectClusterBuilder WithPlugin(string name, string image) => Change(_cluster with { Plugins = _cluster.Plugins.With(name, image) });

    internal ConnectCluster Build() => _cluster;

    private ConnectClusterBuilder Change(ConnectCluster cluster)
    {
        _cluster = cluster;
        return this;
    }
}
