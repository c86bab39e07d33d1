using Mesh.Sdk.Attachment;
using Mesh.Sdk.Topology;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Mesh.Sdk.Tests.Hosting;

public sealed class AddMeshTests
{
    private const string KubeConfig = """
        apiVersion: v1
        kind: Config
        current-context: one
        contexts: [{name: one, context: {cluster: one, user: one}}, {name: two, context: {cluster: two, user: one}}]
        clusters: [{name: one, cluster: {server: "https://one:6443"}}, {name: two, cluster: {server: "https://two:6443"}}]
        users: [{name: one, user: {token: my-token}}]
        """;

    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("mesh-hosting-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void The_mesh_is_connected_by_the_options_and_else_by_its_definition()
    {
        string path = Write("kubeconfig", KubeConfig);
        ServiceMesh definition = Define(east: path);
        using ServiceProvider services = new ServiceCollection()
            .AddMesh(definition, o => o.Clusters["west"] = new() { Kubeconfig = path, Context = "two" })
            .BuildServiceProvider();

        services.GetRequiredService<IStartupValidator>().Validate();
        ConnectedMesh mesh = services.GetRequiredService<ConnectedMesh>();

        mesh["east"].Client.Server.Should().Be(new Uri("https://one:6443"));
        mesh["west"].Client.Server.Should().Be(new Uri("https://two:6443"));
        mesh.Mesh.Should().BeSameAs(definition);
        mesh.Timeout.Should().Be(TimeSpan.FromSeconds(10));
    }

    [Test]
    public void All_mistakes_are_told_when_the_program_starts()
    {
        string broken = Write("broken", KubeConfig.Replace("current-context: one", "current-context: none"));
        using ServiceProvider services = new ServiceCollection()
            .AddMesh(Define(east: broken), o =>
            {
                o.Timeout = TimeSpan.Zero;
                o.MaxParallelRequests = 0;
                o.Clusters["wset"] = new() { Kubeconfig = broken };
            })
            .BuildServiceProvider();

        Action start = () => services.GetRequiredService<IStartupValidator>().Validate();

        start.Should().Throw<OptionsValidationException>().Which.Failures.Should().SatisfyRespectively(
            f => f.Should().StartWith("Timeout is 00:00:00"),
            f => f.Should().StartWith("MaxParallelRequests is 0"),
            f => f.Should().Be("The mesh 'lab' has no cluster 'wset'. Did you mean 'west'?"),
            f => f.Should().StartWith("The cluster 'east': ").And.Contain("MESH41").And.NotContain("my-token"),
            f => f.Should().StartWith("The cluster 'west' has no kubeconfig."));
    }

    [Test]
    public void A_cluster_is_found_by_its_name()
    {
        string path = Write("kubeconfig", KubeConfig);
        using ServiceProvider services = new ServiceCollection()
            .AddMesh(Define(east: path), o => o.Clusters["west"] = new() { Kubeconfig = path, Context = "two" })
            .BuildServiceProvider();

        ConnectedCluster west = services.GetRequiredKeyedService<ConnectedCluster>("west");

        west.Should().BeSameAs(services.GetRequiredService<ConnectedMesh>()["west"]);
        services.GetKeyedService<ConnectedCluster>("north").Should().BeNull();
    }

    [Test]
    public void A_connection_that_checks_no_certificate_is_logged_once_for_its_cluster()
    {
        string path = Write("kubeconfig", KubeConfig.Replace("""server: "https://two:6443" """.TrimEnd(), """insecure-skip-tls-verify: true, server: "https://two:6443" """.TrimEnd()));
        LogLines log = new();
        using ServiceProvider services = new ServiceCollection()
            .AddSingleton<ILoggerFactory>(log)
            .AddSingleton(typeof(ILogger<>), typeof(Logger<>))
            .AddMesh(Define(east: path), o => o.Clusters["west"] = new() { Kubeconfig = path, Context = "two" })
            .BuildServiceProvider();

        services.GetRequiredKeyedService<ConnectedCluster>("east");
        services.GetRequiredKeyedService<ConnectedCluster>("west");

        log.Lines.Should().ContainSingle().Which.Should().StartWith("Warning: Cluster west: MESH4112: The cluster 'two' is used without checking its certificate");
    }

    [Test]
    public void A_clock_of_the_program_is_used()
    {
        TimeProvider time = new OwnTime();
        string path = Write("kubeconfig", KubeConfig);
        using ServiceProvider services = new ServiceCollection()
            .AddSingleton(time)
            .AddMesh(Define(east: path), o => o.Clusters["west"] = new() { Kubeconfig = path })
            .BuildServiceProvider();

        services.GetRequiredService<ConnectedMesh>().Time.Should().BeSameAs(time);
    }

    private static ServiceMesh Define(string east) => ServiceMesh.Define("lab", m => m
        .AddCluster("east", c => c.AsHost().OnOtherProvider("one").WithKubeconfig(east))
        .AddCluster("west", c => c.AsPeer().OnOtherProvider("two")));

    private string Write(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private sealed class OwnTime : TimeProvider;

    private sealed class LogLines : ILoggerFactory, ILogger
    {
        public List<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

        public void Dispose()
        {
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add($"{logLevel}: {formatter(state, exception)}");
    }
}
