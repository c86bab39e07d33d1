using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Recovery.Plans;

/// <summary>
/// How groups are moved from one cluster to another, step by step. It is made by <see cref="KafkaRecovery"/>, read by people, kept as a file,
/// and executed later, by another process if need be. Immutable; compares by value.
/// </summary>
public sealed partial record FailoverPlan
{
    /// <summary>Gets when clusters were asked.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets what is done.</summary>
    public required FailoverKind Kind { get; init; }

    /// <summary>Gets the alias of the cluster that groups leave.</summary>
    public required string From { get; init; }

    /// <summary>Gets the alias of the cluster that groups go on at.</summary>
    public required string To { get; init; }

    /// <summary>
    /// Gets the id that the cluster which groups leave gave itself when it was made; none if it could not be asked. A plan is executed
    /// on the clusters that it was made for, whatever their aliases stand for meanwhile.
    /// </summary>
    public string? FromId { get; init; }

    /// <summary>Gets the id of the cluster that groups go to, likewise.</summary>
    public string? ToId { get; init; }

    /// <summary>Gets the groups and where they will go on, as of <see cref="CreatedAt"/>. Positions are looked up again when the plan is executed.</summary>
    public EquatableList<GroupMove> Groups { get; init; } = [];

    /// <summary>Gets the topics of the source that have to be on the target: those of the groups, or all that the flow mirrors if all groups are moved.</summary>
    public EquatableList<string> Topics { get; init; } = [];

    /// <summary>Gets what would be lost if the source were gone now, by partition. Of an unplanned fail-over only.</summary>
    public EquatableList<PartitionLoss> Losses { get; init; } = [];

    /// <summary>Gets where both clusters parted; of a fail-back from there only.</summary>
    public EquatableList<PartitionEnd> Divergence { get; init; } = [];

    /// <summary>Gets the steps in order.</summary>
    public EquatableList<FailoverStep> Steps { get; init; } = [];

    /// <summary>Gets why the plan can't be executed; empty if it can.</summary>
    public EquatableList<FailoverProblem> Problems { get; init; } = [];

    /// <summary>Gets what to know beforehand, a sentence each.</summary>
    public EquatableList<string> Notes { get; init; } = [];

    /// <summary>Gets whether a group is set to an earlier position where translation says so. Off unless told otherwise: then the later position stays.</summary>
    public bool MovesBack { get; init; }

    /// <summary>Gets whether execution waits for groups that are active on the target, instead of refusing them.</summary>
    public bool WaitsForActiveGroups { get; init; }

    /// <summary>Gets whether the plan can be executed.</summary>
    public bool IsExecutable => Problems.Count == 0;

    /// <summary>Gets whether the cluster that groups leave could not be asked. Its execution does not ask it either, and does what the plan says.</summary>
    public bool IsMadeWithoutSource => Kind == FailoverKind.Unplanned && FromId is null;

    /// <summary>Gets the text by which a journal knows its plan: the first 16 hexadecimal digits of the SHA-256 of its JSON.</summary>
    public string Id => PlanJson.IdOf(this);

    /// <summary>Reads a plan.</summary>
    /// <exception cref="FormatException">It is no plan.</exception>
    public static FailoverPlan Parse(string json) => PlanJson.Parse(json);

    /// <summary>Reads a plan from a file.</summary>
    /// <exception cref="FormatException">It is no plan.</exception>
    public static async Task<FailoverPlan> ReadAsync(string path, CancellationToken cancellationToken = default) =>
        Parse(await File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false));

    /// <summary>Writes the plan to a file, which is replaced as a whole.</summary>
    public Task WriteAsync(string path) => Resources.Writing.AtomicFile.WriteTextAsync(path, ToJson());

    /// <summary>Returns the plan as JSON.</summary>
    public string ToJson() => PlanJson.Write(this);

    /// <summary>Returns the plan as text for people: steps with checks and risks, positions by partition, what would be lost.</summary>
    public override string ToString() => PlanText.Of(this);
}
