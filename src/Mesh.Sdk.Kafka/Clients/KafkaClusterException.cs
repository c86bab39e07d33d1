using Confluent.Kafka;

namespace Mesh.Sdk.Kafka.Clients;

/// <summary>A Kafka cluster could not be reached, or refused. No message has a credential.</summary>
public sealed class KafkaClusterException : Exception
{
    internal KafkaClusterException(string alias, string action, Error error, Exception? inner = null)
        : this(alias, $"'{alias}'", action, error, trouble: "", inner)
    {
    }

    internal KafkaClusterException(ClusterClient cluster, string action, Error error, Exception? inner = null)
        : this(cluster.Alias, cluster.Name, action, error, IsUnreachableCode(error.Code) ? cluster.Trouble : "", inner)
    {
    }

    private KafkaClusterException(string alias, string name, string action, Error error, string trouble, Exception? inner)
        : base($"{action} on the Kafka cluster {name} failed: {error.Reason} ({error.Code}).{trouble} {Remedy(error.Code)}", inner) =>
        (Alias, Error) = (alias, error);

    /// <summary>Gets the alias of the cluster.</summary>
    public string Alias { get; }

    /// <summary>Gets what the broker or the client said.</summary>
    public Error Error { get; }

    /// <summary>Gets whether brokers could not be reached, did not answer in time, or have nobody who leads what was asked for.</summary>
    public bool IsUnreachable => IsUnreachableCode(Error.Code);

    /// <summary>Gets whether a group is consumed from, so that nobody else may commit for it.</summary>
    public bool IsGroupActive => Error.Code is ErrorCode.UnknownMemberId or ErrorCode.NonEmptyGroup or ErrorCode.GroupSubscribedToTopic or ErrorCode.RebalanceInProgress or ErrorCode.IllegalGeneration;

    private static bool IsUnreachableCode(ErrorCode code) => code is
        ErrorCode.Local_Transport or ErrorCode.Local_AllBrokersDown or ErrorCode.Local_TimedOut or ErrorCode.Local_Resolve
        or ErrorCode.Local_TimedOutQueue or ErrorCode.Local_WaitCoord or ErrorCode.Local_DestroyBroker or ErrorCode.RequestTimedOut or ErrorCode.BrokerNotAvailable or ErrorCode.NetworkException
        or ErrorCode.Local_Partial or ErrorCode.Local_NoEnt or ErrorCode.LeaderNotAvailable or ErrorCode.NotLeaderForPartition
        or ErrorCode.GroupCoordinatorNotAvailable or ErrorCode.GroupLoadInProgress or ErrorCode.NotCoordinatorForGroup;

    private static string Remedy(ErrorCode code) => code switch
    {
        _ when IsUnreachableCode(code) => "Check that its brokers are up and reachable from here, and that security settings fit; then repeat.",
        ErrorCode.TopicAuthorizationFailed or ErrorCode.GroupAuthorizationFailed or ErrorCode.ClusterAuthorizationFailed => "Grant the user of this client what it needs there.",
        ErrorCode.UnknownMemberId or ErrorCode.NonEmptyGroup or ErrorCode.GroupSubscribedToTopic or ErrorCode.RebalanceInProgress => "Stop the members of the group, and repeat.",
        ErrorCode.UnknownTopicOrPart => "Create the topic, or check its name.",
        ErrorCode.Local_UnsupportedFeature => "These brokers can't do it; do it in another way, or leave it out. Mock brokers, of which embedded clusters are made, are administered only in the process that started them.",
        _ => "Correct the cause and repeat.",
    };
}
