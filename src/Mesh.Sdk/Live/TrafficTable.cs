using System.Globalization;
using System.Text.Json;
using Mesh.Sdk.Simulation;

namespace Mesh.Sdk.Live;

/// <summary>Adds the series of Prometheus up to flows of clients to services.</summary>
internal sealed class TrafficTable(SampleGrid grid, long maxSamples)
{
    private const string Unknown = "unknown";
    private const double MostPerSecond = 1e12;

    private readonly Dictionary<(LiveClient Client, string Service), LiveFlow> _flows = [];
    private readonly SortedDictionary<string, string> _services = new(StringComparer.Ordinal);
    private readonly bool[] _isSeen = new bool[grid.Count];
    private long _samples;

    /// <summary>Gets the flows, by who sends and to which service.</summary>
    public IReadOnlyDictionary<(LiveClient Client, string Service), LiveFlow> Flows => _flows;

    /// <summary>Gets the service that each workload serves, both with namespaces.</summary>
    public IReadOnlyDictionary<string, string> ServiceOfWorkload => _services;

    public long Series { get; private set; }

    /// <summary>Gets the samples that are no numbers, or not at a time that was asked for.</summary>
    public long Unusable { get; private set; }

    /// <summary>Gets the intervals for which no series has a value.</summary>
    public int Missing => _isSeen.Count(seen => !seen);

    /// <summary>Adds a series: <c>{"metric": labels, "values": [[time, "number"], ...]}</c>.</summary>
    public void Add(JsonElement series)
    {
        Series++;
        JsonElement labels = series.GetProperty("metric");
        string service = Qualified(Label(labels, "destination_service_namespace"), Label(labels, "destination_service_name"));
        LiveClient client = new(
            Label(labels, "source_workload", Unknown), Label(labels, "source_workload_namespace", Unknown), Label(labels, "source_cluster", Unknown), Label(labels, "source_locality"));
        FailureCause? cause = ResponseCauses.Of(Label(labels, "response_code"), Label(labels, "response_flags"), Label(labels, "grpc_response_status"));
        string cluster = Label(labels, "destination_cluster", Unknown);
        if (Label(labels, "destination_workload", Unknown) is not Unknown and var workload)
        {
            _services.TryAdd(Qualified(Label(labels, "destination_workload_namespace"), workload), service);
        }

        LiveFlow flow = FlowOf(client, service);
        Add(series, flow.ColumnsOf(cluster == Unknown && ResponseCauses.IsSentNowhere(cause) ? null : cluster, Label(labels, "destination_locality"), cause));
    }

    /// <summary>Returns a name with its namespace, if it has one.</summary>
    public static string Qualified(string @namespace, string name) => @namespace.Length == 0 ? name : $"{@namespace}/{name}";

    private void Add(JsonElement series, double[][] columns)
    {
        if (!series.TryGetProperty("values", out JsonElement values))
        {
            return;
        }

        foreach (JsonElement sample in values.EnumerateArray())
        {
            if (!grid.TryFind(sample[0].GetDouble(), out int index) || !TryRead(sample[1], out double value))
            {
                Unusable++;
                continue;
            }

            _isSeen[index] = true;
            foreach (double[] column in columns)
            {
                column[index] += value;
            }
        }
    }

    private LiveFlow FlowOf(LiveClient client, string service)
    {
        if (!_flows.TryGetValue((client, service), out LiveFlow? flow))
        {
            _flows.Add((client, service), flow = new(grid, MakeColumn));
        }

        return flow;
    }

    private double[] MakeColumn()
    {
        _samples += grid.Count;
        return _samples <= maxSamples
            ? new double[grid.Count]
            : throw new PrometheusException(PrometheusError.TooLarge, $"The traffic has more than {maxSamples} numbers. Ask for less time or a longer step, choose series with Where, or raise MaxSamples.");
    }

    // Rates are never negative, "NaN" and "+Inf" are no rates, and sums of larger ones would be infinite.
    private static bool TryRead(JsonElement text, out double value) =>
        double.TryParse(text.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out value) && value is >= 0 and <= MostPerSecond;

    private static string Label(JsonElement labels, string name, string unset = "") =>
        labels.TryGetProperty(name, out JsonElement value) && value.GetString() is { Length: > 0 } text ? text : unset;
}
