namespace Mesh.Sdk.Kafka.Recovery.Plans;

/// <summary>One step of a plan.</summary>
public sealed record FailoverStep
{
    /// <summary>Gets its number, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Gets what it does.</summary>
    public required FailoverAction Action { get; init; }

    /// <summary>Gets what it is about: the alias of a cluster, a flow as <c>source->target</c>, a group, or a topic.</summary>
    public required string Subject { get; init; }

    /// <summary>Gets the alias of the cluster whose topic is deleted; <see langword="null"/> for other steps.</summary>
    public string? Cluster { get; init; }

    /// <summary>Gets what is done, in a sentence.</summary>
    public required string Text { get; init; }

    /// <summary>Gets what has to hold before the next step.</summary>
    public required string Check { get; init; }

    /// <summary>Gets what can go wrong: D for duplicates, L for loss; <see langword="null"/> if nothing can.</summary>
    public string? Risk { get; init; }

    /// <summary>Gets whether execution may go on if nobody can do or confirm the step. Only of steps that an operator may have to do.</summary>
    public bool IsOptional { get; init; }

    /// <summary>Returns number, action and subject.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Number}. {Action} {Subject}");
}
