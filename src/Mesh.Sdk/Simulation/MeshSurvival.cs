using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Simulation;

/// <summary>Tries every loss of a kind.</summary>
public static class MeshSurvival
{
    /// <summary>Plays each loss, several at the same time, with clients at the ingress gateway of every cluster.</summary>
    /// <param name="mesh">The mesh.</param>
    /// <param name="losses">What is lost; kinds may be combined.</param>
    /// <param name="options">What is let pass, and more of the scenario; <see langword="null"/> means the defaults.</param>
    /// <param name="progress">Told after each loss; may be <see langword="null"/>.</param>
    /// <param name="cancellationToken">Checked between steps of each simulation.</param>
    /// <exception cref="MeshDefinitionException">The scenario has errors; the exception carries all findings.</exception>
    public static SurvivalReport Survives(
        this ServiceMesh mesh,
        Loss losses,
        SurvivalOptions? options = null,
        IProgress<LossResult>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(mesh);
        options ??= new();
        Scenario scenario = ScenarioOf(mesh, options);
        DiagnosticReport findings = ScenarioChecks.Run(mesh, scenario with { Faults = [.. Singles(mesh, losses, options.At)] });
        if (findings.HasErrors)
        {
            throw new MeshDefinitionException(findings);
        }

        ScenarioFault[][] tries = [.. Tries([.. Singles(mesh, losses, options.At)], options.TriesPairs)];
        LossResult[] results = new LossResult[tries.Length];
        Parallel.For(0, tries.Length, new ParallelOptions { CancellationToken = cancellationToken }, i =>
        {
            results[i] = Play(mesh, scenario, tries[i], options.Budget, cancellationToken);
            progress?.Report(results[i]);
        });
        return new() { Results = [.. results] };
    }

    private static LossResult Play(ServiceMesh mesh, Scenario scenario, ScenarioFault[] faults, TimeSpan budget, CancellationToken cancellationToken)
    {
        SimulationReport report = mesh.Simulate(scenario with { Faults = [.. scenario.Faults, .. faults] }, cancellationToken);
        string[] services = [.. report.Traffic.Select(series => series.Service).Distinct()];
        return new()
        {
            Losses = [.. faults],
            FailedFor = services
                .Select(service => KeyValuePair.Create(service, report.TimeWithFailures(service)))
                .Where(failed => failed.Value > budget)
                .ToEquatableMap(),
            LostRequests = report.Traffic.Sum(series => series.Failures) + scenario.Loads.Sum(load => Unsent(mesh, scenario, load, faults)),
            LostClients = scenario.Loads
                .Where(load => Unsent(mesh, scenario, load, faults) > 0)
                .Select(load => load.From)
                .Distinct()
                .ToEquatableList(),
        };
    }

    // Losses of this search last until the end.
    private static double Unsent(ServiceMesh mesh, Scenario scenario, ScenarioLoad load, ScenarioFault[] faults)
    {
        MeshCluster cluster = mesh.FindCluster(load.From)!;
        ScenarioFault? loss = Array.Find(faults, fault => fault.Takes(cluster));
        return loss is null ? 0 : load.RequestsBetween(loss.At, scenario.Duration);
    }

    private static Scenario ScenarioOf(ServiceMesh mesh, SurvivalOptions options)
    {
        ScenarioBuilder builder = new();
        options.Configure?.Invoke(builder);
        Scenario scenario = builder.For(options.Duration).Build();
        return scenario.Loads.Count > 0 ? scenario : scenario with
        {
            Loads = mesh.Clusters.Select(c => new ScenarioLoad { From = c.Name, Points = [new(default, options.RequestsPerSecond)] }).ToEquatableList(),
        };
    }

    private static IEnumerable<ScenarioFault> Singles(ServiceMesh mesh, Loss losses, TimeSpan at)
    {
        IEnumerable<ScenarioFault> zones = mesh.Clusters.SelectMany(c => c.Zones).Distinct().Select(z => new ScenarioFault { Kind = FaultKind.ZoneLost, At = at, Zone = z });
        IEnumerable<ScenarioFault> regions = mesh.Clusters.Select(c => c.Region).Where(r => r.Length > 0).Distinct().Select(r => new ScenarioFault { Kind = FaultKind.RegionLost, At = at, Region = r });
        IEnumerable<ScenarioFault> clusters = mesh.Clusters.Select(c => new ScenarioFault { Kind = FaultKind.ClusterLost, At = at, Cluster = c.Name });
        IEnumerable<ScenarioFault> providers = mesh.Clusters.Select(c => c.Provider).Distinct().Select(p => new ScenarioFault { Kind = FaultKind.ProviderLost, At = at, Provider = p });
        IEnumerable<ScenarioFault> gateways = mesh.Clusters.Select(c => new ScenarioFault { Kind = FaultKind.GatewayLost, At = at, Cluster = c.Name });
        return
        [
            .. losses.HasFlag(Loss.OfAnyZone) ? zones : [],
            .. losses.HasFlag(Loss.OfAnyRegion) ? regions : [],
            .. losses.HasFlag(Loss.OfAnyCluster) ? clusters : [],
            .. losses.HasFlag(Loss.OfAnyProvider) ? providers : [],
            .. losses.HasFlag(Loss.OfAnyGateway) ? gateways : [],
            .. losses.HasFlag(Loss.OfTheControlPlane) ? [new ScenarioFault { Kind = FaultKind.ControlPlaneLost, At = at }] : Array.Empty<ScenarioFault>(),
        ];
    }

    private static IEnumerable<ScenarioFault[]> Tries(ScenarioFault[] singles, bool withPairs)
    {
        foreach (ScenarioFault single in singles)
        {
            yield return [single];
        }

        for (int i = 0; withPairs && i < singles.Length; i++)
        {
            for (int j = i + 1; j < singles.Length; j++)
            {
                yield return [singles[i], singles[j]];
            }
        }
    }
}
