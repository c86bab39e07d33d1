using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Simulation;

/// <summary>What a loss did.</summary>
public sealed record LossResult
{
    /// <summary>Gets what was lost at once.</summary>
    public required EquatableList<ScenarioFault> Losses { get; init; }

    /// <summary>Gets the services whose requests failed for longer than the budget, and for how long.</summary>
    public required EquatableMap<TimeSpan> FailedFor { get; init; }

    /// <summary>Gets the requests that failed, of all services, and those that clients inside of lost clusters could not send.</summary>
    public required double LostRequests { get; init; }

    /// <summary>Gets the clusters whose clients were lost with them. Where their users go instead is decided before the mesh, so it alone fails no loss.</summary>
    public EquatableList<string> LostClients { get; init; } = [];

    /// <summary>Gets whether no service failed for longer than the budget.</summary>
    public bool IsSurvived => FailedFor.Count == 0;

    /// <summary>Returns what was lost and what failed.</summary>
    public override string ToString()
    {
        string what = string.Join(" and ", Losses);
        string clients = LostClients.Count == 0 ? "" : $", but the clients of {string.Join(", ", LostClients)} are lost with it";
        return IsSurvived ? $"{what}: survived{clients}" : $"{what}: {string.Join(", ", FailedFor.Select(f => $"{f.Key} fails for {f.Value.TotalSeconds:0.##} s"))}";
    }
}
