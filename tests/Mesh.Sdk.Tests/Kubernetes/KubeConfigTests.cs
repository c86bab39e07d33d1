using Mesh.Sdk.Kubernetes;

namespace Mesh.Sdk.Tests.Kubernetes;

public sealed class KubeConfigTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("mesh-kubeconfig-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void Of_several_files_the_first_to_name_something_counts_for_all_of_it()
    {
        string first = Write("first", Text("east", server: "https://first.example.org", user: "{token: first}", context: "{cluster: east, user: admin}"));
        string second = Write("second", Text("west", server: "https://second.example.org", user: "{token: second, as: jane}", context: "{cluster: east, user: admin, namespace: second}", more: "west"));

        KubeConfig config = KubeConfig.Load(first, second);
        KubernetesConnection east = config.GetConnection();

        config.CurrentContext.Should().Be("east");
        config.Contexts.Should().Equal("east", "west");
        east.Server.Should().Be(new Uri("https://first.example.org"));
        east.Token!.Value.Reveal().Should().Be("first");
        east.Impersonation.Should().BeNull("the second file's user is not mixed in");
        east.Namespace.Should().Be("default");
        config.GetConnection("west").Namespace.Should().Be("second");
    }

    [Test]
    public void Relative_paths_start_at_the_folder_of_their_file()
    {
        string file = Write("config", Text("east", user: "{tokenFile: tokens/mine}"));

        KubeConfig.Load(file).GetConnection().TokenFile.Should().Be(Path.Combine(_folder, "tokens", "mine"));
    }

    [TestCase("./bin/plugin", true)]
    [TestCase("plugin", false)]
    public void A_program_with_a_separator_starts_at_the_folder_and_a_name_is_looked_for(string command, bool isBelow)
    {
        string file = Write("config", Text("east", user: $"{{exec: {{command: {command}, apiVersion: client.authentication.k8s.io/v1, interactiveMode: Never}}}}"));

        KubeConfig.Load(file).GetConnection().Exec!.Command.Should().Be(isBelow ? Path.Combine(_folder, "bin", "plugin") : command);
    }

    [Test]
    public void Every_mistake_is_told_at_once_and_where_it_stands()
    {
        string file = Write("config", Text("east", server: "ftp://east", user: "{token: my-token, username: u, password: my-password, as-uid: '7'}"));

        KubernetesConfigurationException error = FluentActions.Invoking(() => KubeConfig.Load(file).GetConnection()).Should().Throw<KubernetesConfigurationException>().Which;

        error.Report.Select(d => d.Code).Should().BeEquivalentTo("MESH4108", "MESH4114", "MESH4119");
        error.Report.Should().OnlyContain(d => d.Position!.Value.Source == file && d.Position.Value.Line > 1);
        error.ToString().Should().NotContain("my-token").And.NotContain("my-password");
    }

    [TestCase("https://admin:my-password@east:6443")]
    [TestCase("https://my-password@east:6443")]
    public void An_address_with_a_password_is_refused_and_not_shown(string server)
    {
        KubernetesConfigurationException error = FluentActions.Invoking(() => KubeConfig.Parse(Text("east", server: server, user: "{token: my-token}")).GetConnection()).Should().Throw<KubernetesConfigurationException>().Which;

        error.Report.Should().ContainSingle().Which.Code.Should().Be("MESH4121");
        error.ToString().Should().NotContain("my-password");
        FluentActions.Invoking(() => new KubernetesConnection { Server = new(server) }).Should().Throw<ArgumentException>().Which.ToString().Should().NotContain("my-password");
    }

    [Test]
    public void A_wrong_shape_is_told_without_its_value()
    {
        KubernetesConfigurationException error = FluentActions.Invoking(() => KubeConfig.Parse(Text("east", user: "{token: 123456}"))).Should().Throw<KubernetesConfigurationException>().Which;

        error.Report.Should().ContainSingle().Which.Code.Should().Be("MESH0008");
        error.ToString().Should().NotContain("123456");
    }

    [Test]
    public void An_unknown_context_comes_with_what_was_probably_meant() =>
        FluentActions.Invoking(() => KubeConfig.Parse(Text("east")).GetConnection("eats"))
            .Should().Throw<KubernetesConfigurationException>().Which.Message.Should().Contain("MESH4104").And.Contain("Did you mean 'east'?");

    [Test]
    public void A_file_that_is_missing_is_named() =>
        FluentActions.Invoking(() => KubeConfig.Load(Path.Combine(_folder, "nowhere")))
            .Should().Throw<KubernetesConfigurationException>().Which.Report.Should().ContainSingle().Which.Position!.Value.Source.Should().EndWith("nowhere");

    [Test]
    public void A_token_comes_before_a_plugin()
    {
        KubernetesConnection connection = KubeConfig.Parse(Text("east", user: "{token: t, exec: {command: p, apiVersion: client.authentication.k8s.io/v1, interactiveMode: Never}}")).GetConnection();

        connection.Exec.Should().BeNull();
    }

    [Test]
    public void Nothing_secret_is_printed()
    {
        KubernetesConnection connection = KubeConfig.Parse(Text("east", user: "{exec: {command: p, args: [--key=my-secret], env: [{name: K, value: my-secret}], apiVersion: client.authentication.k8s.io/v1, interactiveMode: Never}}")).GetConnection();

        $"{connection} {connection.Exec}".Should().NotContain("my-secret");
        (connection with { Token = "my-secret" }).ToString().Should().NotContain("my-secret");
    }

    [Test]
    public void A_pod_is_told_all_that_it_lacks() =>
        FluentActions.Invoking(() => InClusterConfiguration.Load(_ => null, _folder))
            .Should().Throw<KubernetesConfigurationException>().Which.Report.Should().HaveCount(4).And.OnlyContain(d => d.Code == "MESH4117");

    [Test]
    public void A_pod_finds_its_cluster()
    {
        Write("token", "t");
        Write("ca.crt", "-----BEGIN CERTIFICATE-----");
        Write("namespace", "shop\n");

        KubernetesConnection connection = InClusterConfiguration.Load(name => name == "KUBERNETES_SERVICE_HOST" ? "fd00::1" : "6443", _folder);

        connection.Server.Should().Be(new Uri("https://[fd00::1]:6443"));
        connection.Namespace.Should().Be("shop");
        connection.TokenFile.Should().Be(Path.Combine(_folder, "token"));
    }

    private static string Text(string current, string server = "https://203.0.113.10:6443", string user = "{token: t}", string context = "{cluster: east, user: admin}", string more = "east") =>
        $$"""
        apiVersion: v1
        kind: Config
        current-context: {{current}}
        contexts:
        - name: east
          context: {{context}}
        - name: {{more}}
          context: {{context}}
        clusters:
        - name: east
          cluster: {server: "{{server}}"}
        users:
        - name: admin
          user: {{user}}
        """;

    private string Write(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
