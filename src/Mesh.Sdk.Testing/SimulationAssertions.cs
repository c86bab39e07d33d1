using System.Globalization;
using Mesh.Sdk.Simulation;

namespace Mesh.Sdk.Testing;

/// <summary>What must hold for a simulation. Each method throws <see cref="MeshAssertionException"/> if it does not, with the events that matter.</summary>
public sealed class SimulationAssertions
{
    private const double Rounding = 1e-6;

    private readonly SimulationReport _report;

    internal SimulationAssertions(SimulationReport report) => _report = report;

    /// <summary>Gets the same assertions, to read as a sentence.</summary>
    public SimulationAssertions And => this;

    /// <summary>No request to any service may fail.</summary>
    public SimulationAssertions LoseNoRequests() => Check(
        _report.Traffic.Sum(series => series.Failures) <= Rounding,
        null,
        $"no request may fail, but {_report.Traffic.Sum(series => series.Failures):0.##} did");

    /// <summary>No request to a service may fail.</summary>
    public SimulationAssertions LoseNoRequests(string service) => LoseAtMost(0, service);

    /// <summary>At most so many requests to a service may fail.</summary>
    public SimulationAssertions LoseAtMost(double requests, string service) => Check(
        _report.Lost(service) <= requests + Rounding,
        service,
        $"at most {requests:0.##} requests to {service} may fail, but {_report.Lost(service):0.##} did");

    /// <summary>Requests to a service must no longer fail, a time after the first fault.</summary>
    public SimulationAssertions RecoverWithin(TimeSpan time, string service) => Check(
        _report.RecoveryTime(service) <= time,
        service,
        $"{service} must recover within {time}, but {Words(_report.RecoveryTime(service), "recovered after", "still failed at the end")}");

    /// <summary>No request to a service may go to a cluster any more, a time after the first fault.</summary>
    public SimulationAssertions LeaveWithin(TimeSpan time, string service, string cluster) => Check(
        _report.TimeToFullFailover(service, cluster) <= time,
        service,
        $"{service} must leave {cluster} within {time}, but {Words(_report.TimeToFullFailover(service, cluster), "left it after", "never left it")}");

    /// <summary>All requests to a service must go to a cluster at a time.</summary>
    public SimulationAssertions SendAllTo(string service, string cluster, TimeSpan at) => SendTo(service, cluster, 1, at);

    /// <summary>A share of the requests to a service, 0 to 1, must go to a cluster at a time.</summary>
    public SimulationAssertions SendTo(string service, string cluster, double share, TimeSpan at) => Check(
        Math.Abs(_report.Share(service, cluster, at) - share) <= 0.01,
        service,
        $"{100 * share:0.#} % of {service} must go to {cluster} at {at}, but {100 * _report.Share(service, cluster, at):0.#} % do");

    /// <summary>No cluster may get more requests than its endpoints can take.</summary>
    public SimulationAssertions StayWithinCapacity()
    {
        CapacitySeries? over = _report.Capacity.FirstOrDefault(series => series.PeakUtilizationRatio > 1 + Rounding);
        return Check(over is null, null, $"all load must stay within capacity, but {over?.Service} in {over?.Cluster} got {over?.PeakLoad:0.##} requests per second, {100 * over?.PeakUtilizationRatio:0.#} % of it");
    }

    private static string Words(TimeSpan? time, string after, string never) => time is { } value ? $"{after} {value}" : never;

    private SimulationAssertions Check(bool holds, string? service, FormattableString message)
    {
        if (holds)
        {
            return this;
        }

        IEnumerable<SimulationEvent> events = _report.Events
            .Where(e => service is null || e.Service is null || e.Service == service || e.Service.EndsWith('/' + service, StringComparison.Ordinal))
            .Take(20);
        string text = message.ToString(CultureInfo.InvariantCulture);
        throw new MeshAssertionException($"In the simulation, {text}.{Environment.NewLine}{string.Join(Environment.NewLine, events)}");
    }
}
