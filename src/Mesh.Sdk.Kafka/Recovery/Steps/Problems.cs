using Confluent.Kafka;
using Mesh.Sdk.Kafka.Clients;
using Mesh.Sdk.Kafka.Recovery.Plans;
using Mesh.Sdk.Kafka.Recovery.Topics;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Recovery.Steps;

/// <summary>Failures as problems.</summary>
internal static class Problems
{
    public static FailoverException Failure(FailoverProblemKind kind, string subject, string message, string remedy) => new([new(kind, subject, message, remedy)]);

    /// <summary>Tells what made a step fail; <see langword="null"/> if it is nothing that the world did.</summary>
    public static EquatableList<FailoverProblem>? Of(FailoverStep step, Exception failure) => failure switch
    {
        FailoverException e => e.Problems,
        _ when OfInternalTopic(failure) is { } problem => [problem],
        KafkaClusterException e => [Of(e)],
        OperationCanceledException => null,
        _ => KindOf(step.Action) is { } kind
            ? [new(kind, step.Subject, $"'{step.Text}' failed: {failure.Message}", "Execute the plan again when the cause is gone: it goes on where it stopped.")]
            : null,
    };

    /// <summary>Tells what is wrong with an internal topic of MirrorMaker; <see langword="null"/> if it is something else.</summary>
    public static FailoverProblem? OfInternalTopic(Exception failure) => failure switch
    {
        InternalTopicException e => new(e.IsUnreadable ? FailoverProblemKind.CheckpointsUnreadable : FailoverProblemKind.CheckpointsAbsent, e.Topic, e.Message, "Then plan or execute again."),
        KafkaClusterException e when IsUnreadable(e.Error.Code) => new(FailoverProblemKind.CheckpointsUnreadable, e.Alias, e.Message, "Then plan or execute again."),
        _ => null,
    };

    private static bool IsUnreadable(ErrorCode code) => code is ErrorCode.TopicAuthorizationFailed or ErrorCode.Local_BadMsg or ErrorCode.Local_BadCompression;

    private static FailoverProblem Of(KafkaClusterException failure) => failure.IsGroupActive
        ? new(FailoverProblemKind.GroupActive, failure.Alias, failure.Message, "Execute the plan again afterwards.")
        : new(
            FailoverProblemKind.ClusterFailed,
            failure.Alias,
            failure.Message,
            "Execute the plan again afterwards: it goes on where it stopped.");

    private static FailoverProblemKind? KindOf(FailoverAction action) => action switch
    {
        FailoverAction.StopMirror or FailoverAction.ResumeMirror or FailoverAction.ResetMirror or FailoverAction.SeekMirror => FailoverProblemKind.MirrorFailed,
        FailoverAction.StopProducers or FailoverAction.DrainGroups or FailoverAction.Switch => FailoverProblemKind.SwitchFailed,
        _ => null,
    };
}
