using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Mesh.Sdk.ApplyBench;

/// <summary>One etcd and one API server of eng/lab.</summary>
internal sealed class BenchLab : IDisposable
{
    private static readonly string Programs = Path.Combine(
        Environment.GetEnvironmentVariable("MESH_LAB_CACHE") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "mesh-lab"),
        "bin");

    private readonly string _folder = Directory.CreateTempSubdirectory("mesh-bench-").FullName;
    private readonly List<Process> _processes = [];

    private BenchLab()
    {
    }

    public string KubeConfigPath => Path.Combine(_folder, "server", "kubeconfig");

    public static async Task<BenchLab> StartAsync()
    {
        BenchLab lab = new();
        string clients = $"http://127.0.0.1:{FreePort()}";
        string peers = $"http://127.0.0.1:{FreePort()}";
        lab.Start(
            "etcd",
            "--data-dir", Path.Combine(lab._folder, "etcd"), "--unsafe-no-fsync", "--log-level", "error",
            "--listen-client-urls", clients, "--advertise-client-urls", clients,
            "--listen-peer-urls", peers, "--initial-advertise-peer-urls", peers, "--initial-cluster", $"default={peers}");
        Process server = lab.Start("mesh-lab", "--out", Path.Combine(lab._folder, "server"), "--etcd-servers", clients);
        while (await server.StandardOutput.ReadLineAsync() is { } line && !line.StartsWith("READY", StringComparison.Ordinal))
        {
        }

        return lab;
    }

    public void Dispose()
    {
        foreach (Process process in _processes)
        {
            process.Kill();
            process.WaitForExit();
            process.Dispose();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private Process Start(string program, params string[] arguments)
    {
        Process process = new() { StartInfo = new(Path.Combine(Programs, program), arguments) { RedirectStandardOutput = true, RedirectStandardError = true } };
        process.ErrorDataReceived += (_, _) => { };
        process.Start();
        process.BeginErrorReadLine();
        _processes.Add(process);
        return process;
    }
}
