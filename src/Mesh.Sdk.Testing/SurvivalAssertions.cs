using Mesh.Sdk.Simulation;

namespace Mesh.Sdk.Testing;

/// <summary>What must hold for losses that were tried. Each method throws <see cref="MeshAssertionException"/> if it does not.</summary>
public sealed class SurvivalAssertions
{
    private readonly SurvivalReport _report;

    internal SurvivalAssertions(SurvivalReport report) => _report = report;

    /// <summary>Every loss must be survived, and at least one must have been tried.</summary>
    public SurvivalAssertions SurviveAll() => _report switch
    {
        { Results.Count: 0 } => throw new MeshAssertionException("No loss was tried: the mesh has nothing of the kinds of Loss that were asked for, such as zones without InZones."),
        { IsSurvived: true } => this,
        _ => throw new MeshAssertionException($"Every loss must be survived, but these are not:{Environment.NewLine}{string.Join(Environment.NewLine, _report.Fatal)}"),
    };
}
