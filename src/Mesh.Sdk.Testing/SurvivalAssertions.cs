using Mesh.Sdk.Simulation;

namespace Mesh.Sdk.Testing;

/// <summary>What must hold for losses that were tried. Each method throws <see cref="MeshAssertionException"/> if it does not.</summary>
public sealed class SurvivalAssertions
{
    private readonly SurvivalReport _report;

    internal SurvivalAssertions(SurvivalReport report) => _report = report;

    /// <summary>Every loss must be survived.</summary>
    public SurvivalAssertions SurviveAll() => _report.IsSurvived
        ? this
        : throw new MeshAssertionException($"Every loss must be survived, but these are not:{Environment.NewLine}{string.Join(Environment.NewLine, _report.Fatal)}");
}
