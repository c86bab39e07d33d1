namespace Mesh.Sdk.Apply;

/// <summary>How objects are applied. Immutable; change it through <c>with</c>.</summary>
public sealed record ApplyOptions
{
    /// <summary>The options that hold where none are given.</summary>
    public static readonly ApplyOptions Default = new();

    private const int LongestFieldManager = 128;

    /// <summary>Gets the name under which Kubernetes notes which fields are ours.</summary>
    /// <value>1 to 128 printable characters; <c>mesh-sdk</c> by default.</value>
    /// <exception cref="ArgumentException">The name is empty, too long or not printable.</exception>
    public string FieldManager
    {
        get;
        init
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(value, nameof(FieldManager));
            if (value.Length > LongestFieldManager || value.Any(char.IsControl))
            {
                throw new ArgumentException($"A field manager is {LongestFieldManager} printable characters at most.", nameof(FieldManager));
            }

            field = value;
        }
    }

    = "mesh-sdk";

    /// <summary>Gets what happens to an object with a field that another manager owns and has set to another value.</summary>
    /// <value><see cref="ConflictPolicy.Fail"/> by default.</value>
    public ConflictPolicy Conflicts { get; init; }

    /// <summary>Gets what happens to an object that exists already and is not ours.</summary>
    /// <value><see cref="ForeignObjectPolicy.Fail"/> by default.</value>
    /// <remarks>A member of a set is ours if that set is <see cref="Set"/>; any other object if <see cref="FieldManager"/> applied it before.</remarks>
    public ForeignObjectPolicy ForeignObjects { get; init; }

    /// <summary>Gets whether a Namespace or CustomResourceDefinition is pruned or deleted together with objects that are not pruned or deleted on their own.</summary>
    /// <value><see langword="false"/> by default: it is refused with MESH4209 as long as there are any.</value>
    /// <remarks>What Kubernetes and its controllers make in every namespace, and what belongs to an owner that goes as well, does not count.</remarks>
    public bool DeletesForeignContent { get; init; }

    /// <summary>Gets the set that the objects become members of.</summary>
    /// <value><see langword="null"/> by default: they belong to none, and nothing is pruned.</value>
    public ApplySet? Set { get; init; }

    /// <summary>Gets what happens after an object has failed.</summary>
    /// <value><see cref="ErrorPolicy.Continue"/> by default.</value>
    public ErrorPolicy OnError { get; init; }

    /// <summary>Gets how many objects are worked on at once.</summary>
    /// <value>At least 1; 16 by default.</value>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than 1.</exception>
    public int Parallelism
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(Parallelism));
            field = value;
        }
    }

    = 16;

    /// <summary>Gets how long an object may take to become ready after it was applied.</summary>
    /// <value><see langword="null"/> by default: readiness is not awaited. Appliers without live objects have nothing to await.</value>
    /// <exception cref="ArgumentOutOfRangeException">The time is not positive.</exception>
    public TimeSpan? ReadinessTimeout
    {
        get;
        init
        {
            if (value is { } timeout)
            {
                ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(timeout, TimeSpan.Zero, nameof(ReadinessTimeout));
            }

            field = value;
        }
    }
}
