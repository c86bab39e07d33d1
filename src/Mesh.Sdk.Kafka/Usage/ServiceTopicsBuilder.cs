namespace Mesh.Sdk.Kafka.Usage;

/// <summary>Says what a service does with Kafka. Lives inside the lambda of <see cref="KafkaUsageBuilder.AddService"/> and no longer.</summary>
public sealed class ServiceTopicsBuilder
{
    private ServiceTopics _topics;

    internal ServiceTopicsBuilder(string service, string @namespace) => _topics = new() { Service = service, Namespace = @namespace };

    /// <summary>Adds topics that the service reads, by the names they have where it runs before anything fails.</summary>
    public ServiceTopicsBuilder Reads(params string[] topics) => Change(_topics with { Reads = [.. _topics.Reads, .. topics] });

    /// <summary>Adds topics that the service writes.</summary>
    public ServiceTopicsBuilder Writes(params string[] topics) => Change(_topics with { Writes = [.. _topics.Writes, .. topics] });

    /// <summary>Adds consumer groups that the service reads in.</summary>
    public ServiceTopicsBuilder InGroup(params string[] groups) => Change(_topics with { Groups = [.. _topics.Groups, .. groups] });

    internal ServiceTopics Build() => _topics;

    private ServiceTopicsBuilder Change(ServiceTopics topics)
    {
        _topics = topics;
        return this;
    }
}
