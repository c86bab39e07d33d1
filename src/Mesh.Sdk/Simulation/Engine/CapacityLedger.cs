using System.Globalization;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Simulation.Engine;

/// <summary>Notes load and capacity of every service in every cluster, and tells when one exceeds the other.</summary>
internal sealed class CapacityLedger(IReadOnlyList<PodSet> services, Action<SimulationEvent> report)
{
    public void Record(PodSet service, TimeSpan now, SimulationCause cause)
    {
        foreach (PodPlace place in service.Places)
        {
            (double load, double capacity) = (0, service.HasCapacity ? 0 : double.PositiveInfinity);
            foreach (Pod pod in place.Pods)
            {
                load += pod.Load;
                capacity += pod.IsRefusing || pod.IsBlackHole ? 0 : pod.Capacity;
            }

            if (place.Recorder.Add(now, load, capacity) is { } isOver)
            {
                report(new()
                {
                    At = now,
                    Kind = isOver ? SimulationEventKind.CapacityExceeded : SimulationEventKind.CapacityRegained,
                    Service = service.Name,
                    Subject = place.Cluster,
                    Message = string.Create(CultureInfo.InvariantCulture, $"{service.Name} in {place.Cluster} gets {load:0.##} requests per second and can take {capacity:0.##}."),
                    Cause = cause,
                });
            }
        }
    }

    public EquatableList<CapacitySeries> ToReport() => services
        .SelectMany(service => service.Places.Select(place => new CapacitySeries
        {
            Service = service.Name,
            Cluster = place.Cluster,
            Load = [.. place.Recorder.Load],
            Capacity = place.Recorder.Capacity.Exists(p => double.IsInfinity(p.PerSecond)) ? [] : [.. place.Recorder.Capacity],
        }))
        .ToEquatableList();
}
