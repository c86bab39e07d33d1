using Mesh.Sdk.Kafka.Clients;

namespace Mesh.Sdk.Kafka.Tests.Clusters;

/// <summary>Real clusters that tests share: one test has them all until it ends.</summary>
internal sealed class RealClusters(IReadOnlyList<RealCluster> clusters)
{
    public const string Variable = "MESH_KAFKA_BOOTSTRAP";

    private readonly SemaphoreSlim _free = new(1);
    private string? _test;
    private int _taken;

    /// <summary>Gets those that the variable names; none without it.</summary>
    public static RealClusters Named { get; } = new([.. Parse(Environment.GetEnvironmentVariable(Variable)).Select(Connect)]);

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

        if (_test != test)
        {
            _free.Wait();
            _test = test;
        }

        if (_taken == clusters.Count)
        {
            return null;
        }

        RealCluster cluster = clusters[_taken++];
        Task.Run(cluster.PrepareAsync).GetAwaiter().GetResult();
        return cluster;
    }

    /// <summary>Takes back what a test has, if it has any, and clears it.</summary>
    public void Return(string test)
    {
        if (_test != test)
        {
            return;
        }

        try
        {
            Task.Run(() => Task.WhenAll(clusters.Take(_taken).Select(c => c.ClearAsync()))).GetAwaiter().GetResult();
        }
        finally
        {
            (_test, _taken) = (null, 0);
            _free.Release();
        }
    }

    private static string Server(string text) => text.LastIndexOf(':') is > 0 and int colon && ushort.TryParse(text.AsSpan(colon + 1), out _)
        ? text
        : throw new FormatException($"{Variable} is host:port,...;host:port,... with the servers of each cluster, and '{text}' is none.");

    private static RealCluster Connect(string bootstrapServers) =>
        new(bootstrapServers, new ClusterClient(bootstrapServers, new Dictionary<string, string> { ["bootstrap.servers"] = bootstrapServers }));
}
