using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Simulation;

/// <summary>What a mesh survives.</summary>
public sealed record SurvivalReport
{
    /// <summary>Gets every loss that was tried, single ones first.</summary>
    public required EquatableList<LossResult> Results { get; init; }

    /// <summary>Gets the losses that made a service fail for longer than the budget.</summary>
    public IEnumerable<LossResult> Fatal => Results.Where(result => !result.IsSurvived);

    /// <summary>Gets whether every loss was survived.</summary>
    public bool IsSurvived => !Fatal.Any();

    /// <summary>Returns one line for each loss.</summary>
    public override string ToString() => string.Join(Environment.NewLine, Results);
}
