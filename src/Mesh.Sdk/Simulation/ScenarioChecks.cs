using System.Globalization;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Simulation;

/// <summary>Checks a scenario against its mesh and notes all that is wrong.</summary>
internal sealed class ScenarioChecks
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(31);

    private const double MostPerSecond = 1e12;

    private readonly ServiceMesh _mesh;
    private readonly Scenario _scenario;
    private readonly List<Diagnostic> _findings = [];

    private ScenarioChecks(ServiceMesh mesh, Scenario scenario) => (_mesh, _scenario) = (mesh, scenario);

    public static DiagnosticReport Run(ServiceMesh mesh, Scenario scenario)
    {
        ScenarioChecks checks = new(mesh, scenario);
        checks.CheckTimes();
        checks.CheckLoads();
        checks.CheckBehaviors();
        checks.CheckCalls();
        for (int i = 0; i < scenario.Faults.Count; i++)
        {
            new FaultChecks(mesh, scenario, checks).Check(scenario.Faults[i], string.Create(CultureInfo.InvariantCulture, $"faults[{i}]"));
        }

        return new(checks._findings);
    }

    public void Add(Diagnostic finding) => _findings.Add(finding);

    public void CheckCluster(string? cluster, string path)
    {
        if (cluster is not null && _mesh.FindCluster(cluster) is null)
        {
            string[] names = [.. _mesh.Clusters.Select(c => c.Name)];
            Add(ScenarioDiagnostics.UnknownCluster.At(path, cluster, Suggestion.For(cluster, names), string.Join(", ", names)));
        }
    }

    /// <summary>Returns the service that a name means, or notes why there is none.</summary>
    public MeshService? CheckService(string name, string path)
    {
        MeshService[] found = [.. _mesh.Services.Where(s => s.Name == name || ScenarioNames.Of(s) == name)];
        if (found.Length == 0)
        {
            Add(ScenarioDiagnostics.UnknownService.At(path, name, Suggestion.For(name, _mesh.Services.Select(s => s.Name).Concat(_mesh.Services.Select(ScenarioNames.Of)))));
        }
        else if (found.Length > 1)
        {
            Add(ScenarioDiagnostics.AmbiguousService.At(path, name, string.Join(", ", found.Select(ScenarioNames.Of))));
        }

        return found.Length == 1 ? found[0] : null;
    }

    public void CheckNotNegative(TimeSpan? time, string what, string path)
    {
        if (time < TimeSpan.Zero || time > TimeSpan.FromDays(3650))
        {
            Add(ScenarioDiagnostics.Span.At(path, time, what, time < TimeSpan.Zero ? "negative" : "longer than ten years", "0 or more, and at most ten years"));
        }
    }

    public void CheckRatio(double? ratio, string path)
    {
        if (ratio is { } value && !(value is >= 0 and <= 1))
        {
            Add(ScenarioDiagnostics.Ratio.At(path, value));
        }
    }

    public void CheckStatus(int? status, string path)
    {
        if (status is < 500 or > 599)
        {
            Add(ScenarioDiagnostics.Status.At(path, status));
        }
    }

    private void CheckTimes()
    {
        if (_scenario.Duration <= TimeSpan.Zero)
        {
            Add(ScenarioDiagnostics.Duration.At("duration", _scenario.Duration));
        }

        if (_scenario.Duration > Longest)
        {
            Add(ScenarioDiagnostics.TooLong.At("duration", _scenario.Duration, Longest));
        }

        CheckNotNegative(_scenario.Duration, "For", "duration");
        if (_scenario.Resolution < TimeSpan.FromMilliseconds(1))
        {
            Add(ScenarioDiagnostics.Span.At("resolution", _scenario.Resolution, "WithResolution", "below 1 ms", "1 ms or more"));
        }

        CheckNotNegative(_scenario.DiscoveryDelay, "WithDiscoveryDelay", "discoveryDelay");
        CheckNotNegative(_scenario.DrainTime, "WithDrainTime", "drainTime");
        CheckNotNegative(_scenario.NodeGracePeriod, "WithNodeGracePeriod", "nodeGracePeriod");
    }

    private void CheckLoads()
    {
        if (_scenario.Loads.Count == 0)
        {
            Add(ScenarioDiagnostics.NoLoad.At("clients"));
        }

        foreach (ScenarioLoad load in _scenario.Loads)
        {
            string path = $"clients[{load.From}]";
            CheckCluster(load.From, path);
            foreach (string service in load.To)
            {
                CheckService(service, $"{path}.to[{service}]");
            }

            if (_mesh.Services.Count == 0)
            {
                Add(ScenarioDiagnostics.NoTarget.At(path, load.From));
            }

            foreach (LoadPoint point in load.Points)
            {
                if (!(point.PerSecond is >= 0 and <= MostPerSecond))
                {
                    Add(ScenarioDiagnostics.Load.At($"{path}.load[{point.Start}]", point.PerSecond));
                }
            }

            if (load.Points.Zip(load.Points.Skip(1), (a, b) => a.Start >= b.Start).Any(isWrong => isWrong))
            {
                Add(ScenarioDiagnostics.SeriesOrder.At($"{path}.load", load.From));
            }
        }
    }

    private void CheckBehaviors()
    {
        foreach (ServiceBehavior behavior in _scenario.Behaviors)
        {
            string path = $"services[{behavior.Service}]";
            CheckService(behavior.Service, path);
            CheckCluster(behavior.Cluster, $"{path}.cluster");
            CheckRatio(behavior.ErrorRatio, $"{path}.errorRatio");
            CheckStatus(behavior.ErrorStatus, $"{path}.errorStatus");
            CheckNotNegative(behavior.Latency, "WithLatency", $"{path}.latency");
            if (behavior.CapacityPerEndpoint is { } capacity && !(capacity > 0))
            {
                Add(ScenarioDiagnostics.Capacity.At($"{path}.capacity", behavior.Service, capacity));
            }
        }
    }

    private void CheckCalls()
    {
        List<(string From, string To)> edges = [];
        foreach (ServiceCall call in _scenario.Calls)
        {
            string path = $"calls[{call.From}->{call.To}]";
            MeshService? from = CheckService(call.From, path);
            MeshService? to = CheckService(call.To, path);
            if (!(call.PerRequest is >= 0 and <= MostPerSecond))
            {
                Add(ScenarioDiagnostics.Load.At($"{path}.perRequest", call.PerRequest));
            }

            if (from is not null && to is not null)
            {
                edges.Add((ScenarioNames.Of(from), ScenarioNames.Of(to)));
            }
        }

        if (CallCycles.Find(edges) is { } cycle)
        {
            Add(ScenarioDiagnostics.CallCycle.At($"calls[{cycle[0]}]", cycle[0], string.Join(" -> ", cycle)));
        }
    }
}
