using Confluent.Kafka;

namespace Mesh.Sdk.Kafka.Embedded.Mirror;

/// <summary>Which failures of a record pass by. Source: Apache Kafka, subclasses of <c>RetriableException</c>; the client's own time limits.</summary>
internal static class DeliveryErrors
{
    /// <summary>Returns whether broker and idempotent producer no longer agree on what was written: that producer never works again.</summary>
    public static bool EndsProducer(Error error) => error.IsFatal || error.Code is
        ErrorCode.Local_Fatal or ErrorCode.OutOfOrderSequenceNumber or ErrorCode.UnknownProducerId or ErrorCode.InvalidProducerEpoch or ErrorCode.ProducerFenced;

    public static bool IsRetriable(ErrorCode code) => code is
        ErrorCode.Local_MsgTimedOut or ErrorCode.Local_TimedOut or ErrorCode.Local_Transport or ErrorCode.Local_AllBrokersDown or ErrorCode.Local_QueueFull
        or ErrorCode.Local_UnknownTopic or ErrorCode.Local_UnknownPartition or ErrorCode.UnknownTopicOrPart
        or ErrorCode.LeaderNotAvailable or ErrorCode.NotLeaderForPartition or ErrorCode.RequestTimedOut or ErrorCode.NetworkException
        or ErrorCode.BrokerNotAvailable or ErrorCode.ReplicaNotAvailable or ErrorCode.NotEnoughReplicas or ErrorCode.NotEnoughReplicasAfterAppend
        or ErrorCode.KafkaStorageError or ErrorCode.InvalidMsg;
}
