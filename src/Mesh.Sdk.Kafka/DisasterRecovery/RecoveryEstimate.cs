using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.DisasterRecovery;

/// <summary>
/// What to expect from intervals alone: worst cases of everything that waits for a clock. What depends on load is not in it: how far a mirror is
/// behind, and how long a backlog takes to drain, are measured.
/// </summary>
public sealed record RecoveryEstimate
{
    /// <summary>Gets what makes up the recovery point: records of the last while that may not be on the target when the source is lost without notice.</summary>
    public EquatableList<EstimateTerm> Loss { get; init; } = [];

    /// <summary>Gets what makes up the repetitions: records of the last while that a group may read again.</summary>
    public EquatableList<EstimateTerm> Repetition { get; init; } = [];

    /// <summary>Gets what makes up the recovery time: from the decision until requests and groups go on.</summary>
    public EquatableList<EstimateTerm> Duration { get; init; } = [];

    /// <summary>Gets how many records of each partition may be read again on top, as translation looks back that far: <c>offset.lag.max</c>.</summary>
    public long RepeatedRecords { get; init; }

    /// <summary>Gets the recovery point objective that the settings allow: the sum of <see cref="Loss"/>.</summary>
    public TimeSpan RecoveryPoint => Sum(Loss);

    /// <summary>Gets the recovery time objective that the settings allow: the sum of <see cref="Duration"/>.</summary>
    public TimeSpan RecoveryTime => Sum(Duration);

    private static TimeSpan Sum(IEnumerable<EstimateTerm> terms) => terms.Aggregate(TimeSpan.Zero, (sum, term) => sum + term.Time);
}
