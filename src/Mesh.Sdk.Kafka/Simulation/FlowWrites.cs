using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Usage;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Simulation;

namespace Mesh.Sdk.Kafka.Simulation;

/// <summary>How many records a second are written to the source of a flow that the flow copies.</summary>
internal sealed class FlowWrites
{
    private readonly TrafficSeries[][] _traffic;
    private readonly double[] _recordsPerRequest;
    private readonly string[] _places;

    public FlowWrites(ReplicationFlow flow, KafkaUsage usage, SimulationReport traffic, double recordsPerRequest)
    {
        _places = [.. usage.Mesh.Clusters.Where(c => usage.KafkaOf(c)?.Alias == flow.Source).Select(c => c.Name)];
        ServiceTopics[] writers = [.. usage.Services.Where(s => usage.Mesh.FindService(s.Service, s.Namespace) is not null)];
        _traffic = [.. writers.Select(w => traffic.Of($"{w.Namespace}/{w.Service}").ToArray())];
        _recordsPerRequest = [.. writers.Select(w => recordsPerRequest * w.Writes.Count(topic => flow.Selection()?.Decide(topic, flow.Target) == TopicOutcome.Mirrored))];
    }

    public double PerSecond(TimeSpan time)
    {
        double records = 0;
        for (int i = 0; i < _traffic.Length; i++)
        {
            records += _recordsPerRequest[i] == 0 ? 0 : _recordsPerRequest[i] * _traffic[i].Sum(series => AnsweredHere(series.At(time)));
        }

        return records;
    }

    private double AnsweredHere(TrafficInterval interval) =>
        _places.Sum(place => Rate(interval.ByCluster, place) - Rate(interval.FailuresByCluster, place));

    private static double Rate(EquatableMap<double> rates, string place) => rates.TryGetValue(place, out double rate) ? rate : 0;
}
