using Mesh.Sdk.Kafka.Clients;

namespace Mesh.Sdk.Kafka.Tests.Clusters;

/// <summary>Real clusters that tests share: one test has them all until it ends.</summary>
internal sealed class RealClusters(IReadOnlyList<RealCluster> clusters)
{
    public const string Variable = "MESH_KAFKA_BOOTSTRAP";

    private static readonly Lazy<RealClusters> FromVariable = new(() => new([.. Parse(Environment.GetEnvironmentVariable(Variable)).Select(Connect)]));

    private readonly object _gate = new();
    private string? _test;
    private int _taken;

    /// <summary>Gets those that the variable names; none without it.</summary>
    public static RealClusters Named => FromVariable.Value;

    public bool AreThere => clusters.Count > 0;

    /// <summary>Reads "host:port,...;host:port,...": the bootstrap servers of each cluster.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    public static IReadOnlyList<string> Parse(string? text) =>
        string.IsNullOrWhiteSpace(text) ? [] : [.. text.Split(';').Select(cluster => string.Join(',', cluster.Split(',', StringSplitOptions.TrimEntries).Select(Server)))];

    /// <summary>Hands the next one to a test, and waits until no other test has any. <see langword="null"/> if none is left.</summary>
    /// <param name="test">Id of the test.</param>
    public RealCluster? Take(string test)
    {
        if (!AreThere)
        {
            return null;
        }

        RealCluster cluster;
        lock (_gate)
        {
            while (_test is not null && _test != test)
            {
                Monitor.Wait(_gate);
            }

            _test = test;
            if (_taken == clusters.Count)
            {
                return null;
            }

            cluster = clusters[_taken++];
        }

        Task.Run(cluster.PrepareAsync).GetAwaiter().GetResult();
        return cluster;
    }

    /// <summary>Takes back what a test has, if it has any, and clears it.</summary>
    public void Return(string test)
    {
        lock (_gate)
        {
            if (_test != test)
            {
                return;
            }
        }

        try
        {
            Task.Run(() => Task.WhenAll(clusters.Take(_taken).Select(c => c.ClearAsync()))).GetAwaiter().GetResult();
        }
        finally
        {
            lock (_gate)
            {
                (_test, _taken) = (null, 0);
                Monitor.PulseAll(_gate);
            }
        }
    }

    private static string Server(string text) => text.LastIndexOf(':') is > 0 and int colon && ushort.TryParse(text.AsSpan(colon + 1), out _)
        ? text
        : throw new FormatException($"{Variable} is host:port,...;host:port,... with the servers of each cluster, and '{text}' is none.");

    private static RealCluster Connect(string bootstrapServers) =>
        new(bootstrapServers, new ClusterClient(bootstrapServers, new Dictionary<string, string> { ["bootstrap.servers"] = bootstrapServers }));
}
