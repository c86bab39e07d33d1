using System.Globalization;
using Mesh.Sdk.Kubernetes;

namespace Mesh.Sdk.IntegrationTests.Labs;

/// <summary>One API server of a lab. Its certificates, tokens and objects outlive a restart.</summary>
internal sealed class LabCluster(LabPrograms programs, string name, string folder, string etcd, string tokens) : IDisposable
{
    private LabProcess? _process;
    private int _port;
    private KubernetesVersion? _version;

    public string Name => name;

    /// <summary>Gets whether the server is a kube-apiserver.</summary>
    public bool IsGenuine => programs.IsGenuine;

    /// <summary>Gets the address, the same after a restart.</summary>
    public Uri Server => new($"https://127.0.0.1:{_port}");

    /// <summary>Gets the kubeconfig of an administrator.</summary>
    public string KubeConfigPath => Path.Combine(folder, "kubeconfig");

    /// <summary>Gets the folder with <c>ca.crt</c>, <c>ca.key</c>, <c>admin.crt</c> and <c>admin.key</c>.</summary>
    public string Folder => folder;

    /// <summary>Gets the connection of an administrator.</summary>
    public KubernetesConnection Connection => KubeConfig.Load(KubeConfigPath).GetConnection();

    /// <summary>Gets what makes this server fail.</summary>
    public LabFaults Faults => new(this);

    /// <summary>Skips the test where the server is older than what the test is about.</summary>
    /// <param name="minor">The first release that has it, 25 for Kubernetes 1.25.</param>
    /// <param name="feature">What the test is about.</param>
    public void Requires(int minor, string feature)
    {
        if (_version is { } version && int.Parse(version.Minor.TrimEnd('+'), CultureInfo.InvariantCulture) < minor)
        {
            Assert.Ignore($"{feature} takes Kubernetes 1.{minor}, and this is {version.GitVersion}.");
        }
    }

    /// <summary>Skips the test where the server is genuine: the lab's does some work of controllers itself, a kube-apiserver none.</summary>
    /// <param name="work">What a controller would do.</param>
    public void RequiresController(string work)
    {
        if (IsGenuine)
        {
            Assert.Ignore($"{work} takes a controller, and none runs behind a kube-apiserver here.");
        }
    }

    /// <summary>Starts the server, or starts it again, and returns when it serves.</summary>
    public async Task StartAsync()
    {
        if (IsGenuine)
        {
            _port = _port == 0 ? Lab.FreePort() : _port;
            _process = KubeApiServer.Start(programs, this, etcd, tokens);
            _version = await KubeApiServer.UntilReadyAsync(this, _process);
            return;
        }

        _process = new LabProcess(
            programs.Server,
            "--out", folder,
            "--cluster-name", name,
            "--etcd-servers", etcd,
            "--etcd-prefix", $"/{name}",
            "--token-file", tokens,
            "--port", $"{_port}");
        string[] ready = await _process.ReadLineAsync("READY");
        _port = new Uri(ready[2]).Port;
    }

    /// <summary>Kills the server, its connections with it.</summary>
    public void Dispose()
    {
        _process?.Dispose();
        _process = null;
    }

    /// <summary>Makes a client of an administrator.</summary>
    public KubernetesApiClient Connect() => Connect(KubernetesClientOptions.Default);

    /// <summary>Makes a client of an administrator.</summary>
    public KubernetesApiClient Connect(KubernetesClientOptions options) => KubernetesApiClient.Connect(Connection, options);

    /// <summary>Gets the connection of someone with a token.</summary>
    public KubernetesConnection ConnectionWith(string token) =>
        Connection with { ClientCertificatePem = null, ClientKeyPem = null, Token = token };
}
