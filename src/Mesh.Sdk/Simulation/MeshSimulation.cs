using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Simulation.Engine;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Simulation;

/// <summary>Plays outages of a mesh before they happen.</summary>
public static class MeshSimulation
{
    /// <summary>Plays a scenario in virtual time. The same mesh, scenario and seed give the same report.</summary>
    /// <param name="mesh">The mesh.</param>
    /// <param name="configure">Declares who sends, what goes wrong, and for how long.</param>
    /// <exception cref="MeshDefinitionException">The scenario has errors, or would take more steps than its limit; the exception carries all findings.</exception>
    public static SimulationReport Simulate(this ServiceMesh mesh, Action<ScenarioBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(mesh);
        ArgumentNullException.ThrowIfNull(configure);
        ScenarioBuilder builder = new();
        configure(builder);
        return mesh.Simulate(builder.Build());
    }

    /// <summary>Plays a scenario that is declared already.</summary>
    /// <param name="mesh">The mesh.</param>
    /// <param name="scenario">The scenario.</param>
    /// <param name="cancellationToken">Checked between steps.</param>
    /// <exception cref="MeshDefinitionException">The scenario has errors, or would take more steps than its limit; the exception carries all findings.</exception>
    public static SimulationReport Simulate(this ServiceMesh mesh, Scenario scenario, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(mesh);
        ArgumentNullException.ThrowIfNull(scenario);
        DiagnosticReport report = ScenarioChecks.Run(mesh, scenario);
        if (report.HasErrors)
        {
            throw new MeshDefinitionException(report);
        }

        Simulator simulator = scenario.Mode == SimulationMode.Fluid
            ? new FluidSimulator(mesh, scenario, cancellationToken)
            : new RequestSimulator(mesh, scenario, cancellationToken);
        return simulator.Execute();
    }

    /// <summary>Returns what is wrong with a scenario for a mesh.</summary>
    public static DiagnosticReport Check(this Scenario scenario, ServiceMesh mesh)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(mesh);
        return ScenarioChecks.Run(mesh, scenario);
    }
}
