using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Recovery.Plans;

/// <summary>Says what to move, and how.</summary>
public sealed class FailoverPlanBuilder
{
    private readonly Dictionary<string, StartPosition> _starts = new(StringComparer.Ordinal);
    private string[]? _groups;
    private StartPosition? _start;

    internal FailoverPlanBuilder()
    {
    }

    internal FailoverKind Kind { get; private set; }

    internal bool IsMovingBack { get; private set; }

    internal bool IsWaiting { get; private set; }

    internal EquatableList<PartitionEnd> Divergence { get; private set; } = [];

    internal IReadOnlyList<string>? Named => _groups;

    internal IEnumerable<string> GroupsWithStart => _starts.Keys;

    /// <summary>Moves some groups.</summary>
    /// <exception cref="ArgumentException">None is named, or a name is empty. <see cref="AllGroups"/> moves all.</exception>
    public FailoverPlanBuilder Groups(params string[] groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        if (groups.Length == 0 || groups.Any(string.IsNullOrWhiteSpace))
        {
            throw new ArgumentException("Name each group that is moved, at least one; AllGroups() moves all.", nameof(groups));
        }

        _groups = [.. groups.Distinct(StringComparer.Ordinal)];
        return this;
    }

    /// <summary>Moves all groups that the flow's group filter admits and that are known: from checkpoints, and from the clusters as far as they can be asked. The default.</summary>
    public FailoverPlanBuilder AllGroups()
    {
        _groups = null;
        return this;
    }

    /// <summary>Moves no group: clients alone are switched.</summary>
    public FailoverPlanBuilder WithoutGroups()
    {
        _groups = [];
        return this;
    }

    /// <summary>Both clusters work: everything is drained first, nothing is lost. The default.</summary>
    public FailoverPlanBuilder Planned() => Of(FailoverKind.Planned);

    /// <summary>The source is gone, or not to be relied on.</summary>
    public FailoverPlanBuilder Unplanned() => Of(FailoverKind.Unplanned);

    /// <summary>
    /// Chooses where groups start in partitions that no checkpoint covers. Without a choice, such partitions are refused. With the source lost,
    /// groups that no checkpoint tells of start there in everything that the flow has copied.
    /// </summary>
    public FailoverPlanBuilder WithoutCheckpoint(StartPosition start)
    {
        ArgumentNullException.ThrowIfNull(start);
        _start = start;
        return this;
    }

    /// <summary>Chooses for one group where it starts in partitions that no checkpoint covers. The plan has a problem if it does not move the group.</summary>
    public FailoverPlanBuilder WithoutCheckpoint(string group, StartPosition start)
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(start);
        _starts[group] = start;
        return this;
    }

    /// <summary>Sets groups to an earlier position than they have on the target where translation says so. Otherwise the later one stays.</summary>
    public FailoverPlanBuilder MovesBack()
    {
        IsMovingBack = true;
        return this;
    }

    /// <summary>Waits for groups that are active on the target until they have no members, instead of refusing them.</summary>
    public FailoverPlanBuilder WaitsForActiveGroups()
    {
        IsWaiting = true;
        return this;
    }

    /// <summary>Says where the clusters parted, for <see cref="FailBackWay.FromDivergence"/>: <see cref="FailoverOutcome.Divergence"/> of the fail-over.</summary>
    public FailoverPlanBuilder PartedAt(IEnumerable<PartitionEnd> divergence)
    {
        Divergence = [.. divergence];
        return this;
    }

    internal StartPosition? StartOf(string group) => _starts.GetValueOrDefault(group) ?? _start;

    private FailoverPlanBuilder Of(FailoverKind kind)
    {
        Kind = kind;
        return this;
    }
}
