using System.Runtime.Versioning;
using Mesh.Sdk.ApplierContract;
using Mesh.Sdk.Apply;
using Mesh.Sdk.IntegrationTests.Labs;
using Mesh.Sdk.Kubernetes;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Core;

namespace Mesh.Sdk.IntegrationTests.Applying;

/// <summary>A token of the server that truly ends while objects are applied with it.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class TokenExpiryTests : ApplyFixture
{
    private const int Many = 60;
    private const int Before = 10;

    private string _folder = "";
    private ServiceAccount _account = null!;
    private string _token = "";

    private string TokenFile => Path.Combine(_folder, "token");

    [SetUp]
    public async Task GiveToken()
    {
        if (Cluster.IsGenuine)
        {
            Assert.Ignore("A genuine API server gives tokens for ten minutes at least.");
        }

        _folder = Directory.CreateTempSubdirectory("mesh-tokens-").FullName;
        _account = new() { Metadata = new("deployer", Namespace) };
        ResourceSet rights = Set(
            _account,
            new Role { Metadata = new("deployer", Namespace), Rules = [new() { ApiGroups = [""], Resources = ["configmaps"], Verbs = ["*"] }] },
            new RoleBinding
            {
                Metadata = new("deployer", Namespace),
                RoleRef = new() { ApiGroup = "rbac.authorization.k8s.io", Kind = "Role", Name = "deployer" },
                Subjects = [new() { Kind = "ServiceAccount", Name = "deployer", Namespace = Namespace }],
            });
        (await Applier.ApplyAsync(rights, ApplyOptions.Default)).IsSuccess.Should().BeTrue();
        await RenewAsync(TimeSpan.FromSeconds(2));
    }

    [TearDown]
    public void Remove()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    [Test]
    public async Task With_a_token_file_that_somebody_renews_all_is_applied() =>
        await IsSurvivedAsync($"{{tokenFile: {TokenFile}}}");

    [Test]
    public async Task With_a_plugin_all_is_applied()
    {
        string plugin = Path.Combine(_folder, "plugin.sh");
        await File.WriteAllTextAsync(plugin, $$$"""
            #!/bin/sh
            echo "{\"apiVersion\":\"client.authentication.k8s.io/v1\",\"kind\":\"ExecCredential\",\"status\":{\"token\":\"$(cat {{{TokenFile}}})\"}}"
            """);
        File.SetUnixFileMode(plugin, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        await IsSurvivedAsync($"{{exec: {{command: {plugin}, apiVersion: client.authentication.k8s.io/v1, interactiveMode: Never}}}}");
    }

    [Test]
    public async Task Without_a_new_one_the_rest_fails_and_the_report_is_true()
    {
        ApplyResult result = await ApplyWithAsync($"{{token: {_token}}}", () => Task.CompletedTask);

        result.Objects.Should().HaveCount(Many);
        result.Of(ApplyStatus.Created).Should().HaveCountGreaterThanOrEqualTo(Before);
        result.Failed.Should().NotBeEmpty().And.OnlyContain(o => o.Reason!.Code == "MESH4201" && o.Reason.Message.Contains("401"));
        result.ToTable().Should().NotContain(_token);
        (await NamesAsync()).Should().BeEquivalentTo(result.Of(ApplyStatus.Created).Select(o => o.Key.Name));
        await ConvergesAsync(Maps(Many), ApplyOptions.Default);
    }

    private async Task IsSurvivedAsync(string user)
    {
        ApplyResult result = await ApplyWithAsync(user, () => RenewAsync(TimeSpan.FromHours(1)));

        result.Objects.Should().HaveCount(Many).And.OnlyContain(o => o.Status == ApplyStatus.Created, result.ToTable());
        await ConvergesAsync(Maps(Many), ApplyOptions.Default);
    }

    private async Task<ApplyResult> ApplyWithAsync(string user, Func<Task> onEnd)
    {
        using KubernetesApiClient client = KubernetesApiClient.Connect(KubeConfig.Parse(KubeConfigText.Of(Cluster, user)).GetConnection());
        ProgressLog log = new(e =>
        {
            if (e is { Kind: ApplyEventKind.Finished, Completed: Before })
            {
                UntilRefusedAsync().GetAwaiter().GetResult();
                onEnd().GetAwaiter().GetResult();
            }
        });
        return await new ServerSideApplier(client).ApplyAsync(Maps(Many), ApplyOptions.Default with { Parallelism = 1 }, log);
    }

    private async Task RenewAsync(TimeSpan lifetime)
    {
        ServiceAccountToken token = await Client.RequestTokenAsync(Namespace, "deployer", lifetime);
        _token = token.Token.Reveal();
        await File.WriteAllTextAsync(TokenFile, _token);
    }

    // Asks with the token until its time is over by the server's clock.
    private async Task UntilRefusedAsync()
    {
        using KubernetesApiClient client = KubernetesApiClient.Connect(Cluster.ConnectionWith(_token));
        try
        {
            while (true)
            {
                await client.CanAsync(new("list", "", "configmaps") { Namespace = Namespace });
            }
        }
        catch (KubernetesApiException e) when (e.Reason == KubernetesErrorReason.Unauthorized)
        {
            // It has ended.
        }
    }
}
