using System.Net;
using System.Net.Sockets;

namespace Mesh.Sdk.IntegrationTests.Labs;

/// <summary>One etcd and some API servers, each a cluster of its own.</summary>
internal sealed class Lab : IAsyncDisposable
{
    /// <summary>A token that the servers know as the user <c>viewer</c> of the group <c>viewers</c>, who may do nothing by itself.</summary>
    public const string ViewerToken = "viewer-token-c2hvdyBtZSBub3doZXJl";

    private readonly LabPrograms _programs;
    private readonly string _folder = Directory.CreateTempSubdirectory("mesh-lab-").FullName;
    private readonly Dictionary<string, LabCluster> _clusters = [];
    private readonly string _etcdAddress = $"http://127.0.0.1:{FreePort()}";
    private LabProcess? _etcd;

    private Lab(LabPrograms programs) => _programs = programs;

    public LabCluster this[string name] => _clusters[name];

    /// <summary>Starts a lab and returns when its servers serve; skips the test where there is none.</summary>
    public static Task<Lab> StartAsync(params string[] clusters) => StartAsync(LabPrograms.Default, clusters);

    /// <summary>Starts a lab of certain programs.</summary>
    public static async Task<Lab> StartAsync(LabPrograms programs, params string[] clusters)
    {
        programs.Require();
        Lab lab = new(programs);
        lab.StartEtcd();
        string tokens = Path.Combine(lab._folder, "tokens.csv");
        await File.WriteAllTextAsync(tokens, $"{ViewerToken},viewer,viewer-uid,\"viewers\"\n");
        foreach (string name in clusters)
        {
            lab._clusters.Add(name, new LabCluster(programs, name, Path.Combine(lab._folder, name), lab._etcdAddress, tokens));
        }

        try
        {
            await Task.WhenAll(lab._clusters.Values.Select(c => c.StartAsync()));
            return lab;
        }
        catch
        {
            await lab.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync()
    {
        foreach (LabCluster cluster in _clusters.Values)
        {
            cluster.Dispose();
        }

        _etcd?.Dispose();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>Returns a port that nothing listens on.</summary>
    public static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void StartEtcd()
    {
        string peers = $"http://127.0.0.1:{FreePort()}";
        _etcd = new LabProcess(
            _programs.Etcd,
            "--data-dir", Path.Combine(_folder, "etcd"),
            "--unsafe-no-fsync",
            "--log-level", "error",
            "--listen-client-urls", _etcdAddress,
            "--advertise-client-urls", _etcdAddress,
            "--listen-peer-urls", peers,
            "--initial-advertise-peer-urls", peers,
            "--initial-cluster", $"default={peers}");
    }
}
