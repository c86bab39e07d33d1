using Confluent.Kafka;
using Mesh.Sdk.Kafka.Clients;
using Mesh.Sdk.Kafka.Recovery.Plans;

namespace Mesh.Sdk.Kafka.Recovery.Steps;

/// <summary>Failures as problems.</summary>
internal static class Problems
{
    public static FailoverException Failure(FailoverProblemKind kind, string subject, string message, string remedy) => new([new(kind, subject, message, remedy)]);

    public static FailoverProblem Of(KafkaClusterException failure) => failure.IsGroupActive
        ? new(FailoverProblemKind.GroupActive, failure.Alias, failure.Message, "Execute the plan again afterwards.")
        : new(FailoverProblemKind.ClusterFailed, failure.Alias, failure.Message, "Execute the plan again afterwards: it goes on where it stopped.");

    public static FailoverProblem Of(KafkaException failure, string alias) => Of(new KafkaClusterException(alias, "A request", failure.Error, failure));
}
