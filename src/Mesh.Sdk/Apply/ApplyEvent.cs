using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Apply;

/// <summary>Something that happened to an object while a set was planned, applied or deleted.</summary>
/// <param name="Key">The object.</param>
/// <param name="Kind">What happened.</param>
public sealed record ApplyEvent(ResourceKey Key, ApplyEventKind Kind)
{
    /// <summary>Gets what became of the object; <see langword="null"/> unless it is finished.</summary>
    public AppliedObject? Result { get; init; }

    /// <summary>Gets what will happen to the object; <see langword="null"/> unless it was planned.</summary>
    public ApplyAction? Planned { get; init; }

    /// <summary>Gets what is waited for, such as <c>1 of 3 replicas are ready</c>; <see langword="null"/> unless something is.</summary>
    public string? WaitsFor { get; init; }

    /// <summary>Gets how many objects are finished, or planned.</summary>
    public int Completed { get; init; }

    /// <summary>Gets how many objects there are; in batches, how many were read so far.</summary>
    public int Total { get; init; }
}
