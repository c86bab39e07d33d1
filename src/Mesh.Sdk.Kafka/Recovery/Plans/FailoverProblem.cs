namespace Mesh.Sdk.Kafka.Recovery.Plans;

/// <summary>Why a plan can't be made, executed or go on.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Subject">What it is about: a group, a topic, a partition, a flow, the alias of a cluster, or the path of a journal.</param>
/// <param name="Message">What is wrong, in a sentence.</param>
/// <param name="Remedy">What to do about it.</param>
public sealed record FailoverProblem(FailoverProblemKind Kind, string Subject, string Message, string Remedy)
{
    /// <summary>Returns message and remedy.</summary>
    public override string ToString() => $"{Message} {Remedy}";
}
