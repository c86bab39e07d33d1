using Mesh.Sdk.Kafka.Replication.Policies;

namespace Mesh.Sdk.Kafka.Tests.Replication;

public sealed class ReplicationPolicyTests
{
    // Java splits at an empty text between all characters.
    [TestCase("orders", "o", "rders", "s")]
    [TestCase("x", null, null, "x")]
    public void An_empty_separator_parts_every_character(string topic, string? source, string? upstream, string original)
    {
        ReplicationPolicy policy = new DefaultReplicationPolicy { Separator = "" };

        policy.TopicSource(topic).Should().Be(source);
        policy.UpstreamTopic(topic).Should().Be(upstream);
        policy.OriginalTopic(topic).Should().Be(original);
        policy.FormatRemoteTopic("aws", topic).Should().Be("aws" + topic);
    }
}
