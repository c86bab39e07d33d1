using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Usage;

/// <summary>Says which services of a mesh use which topics. Lives inside the lambda of <see cref="KafkaUsageExtensions.UsedBy"/> and no longer.</summary>
public sealed class KafkaUsageBuilder
{
    private readonly List<ServiceTopics> _services = [];

    internal KafkaUsageBuilder()
    {
    }

    /// <summary>Says what a service does with Kafka.</summary>
    /// <param name="name">Name of the service in the mesh.</param>
    /// <param name="namespace">Its namespace.</param>
    /// <param name="configure">Names its topics and groups.</param>
    public KafkaUsageBuilder AddService(string name, string @namespace, Action<ServiceTopicsBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(@namespace);
        ArgumentNullException.ThrowIfNull(configure);
        ServiceTopicsBuilder builder = new(name, @namespace);
        configure(builder);
        _services.Add(builder.Build());
        return this;
    }

    internal EquatableList<ServiceTopics> Build() => _services.ToEquatableList();
}
