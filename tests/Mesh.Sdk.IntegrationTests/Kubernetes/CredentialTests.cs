using System.Diagnostics;
using System.Runtime.Versioning;
using Mesh.Sdk.IntegrationTests.Labs;
using Mesh.Sdk.Kubernetes;

namespace Mesh.Sdk.IntegrationTests.Kubernetes;

/// <summary>Credentials that change: token files and plugins, which are real programs here.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class CredentialTests
{
    private static readonly AccessQuestion Anything = new("*", "*", "*");

    private readonly InstantTime _time = new(TimeSpan.FromSeconds(10));
    private LabCluster _east = null!;
    private string _folder = "";

    [SetUp]
    public async Task Prepare()
    {
        _east = await SharedLab.EastAsync();
        _folder = Directory.CreateTempSubdirectory("mesh-plugins-").FullName;
    }

    [TearDown]
    public async Task Remove()
    {
        Directory.Delete(_folder, recursive: true);
        await _east.Faults.ClearAsync();
    }

    [Test]
    public async Task A_token_file_is_read_again_when_the_server_refuses_the_token()
    {
        string file = Write("token", "outdated-token");
        using KubernetesApiClient client = Connect($"{{tokenFile: {file}}}");
        Func<Task> ask = () => client.CanAsync(Anything);
        (await ask.Should().ThrowAsync<KubernetesApiException>()).Which.Reason.Should().Be(KubernetesErrorReason.Unauthorized);

        Write("token", $"{Lab.ViewerToken}\n");

        (await client.CanAsync(Anything)).IsAllowed.Should().BeFalse("the viewer is known and may nothing");
    }

    [Test]
    public async Task A_token_that_ends_while_the_server_is_busy_is_replaced_as_well()
    {
        string file = Write("token", Lab.ViewerToken);
        using KubernetesApiClient client = Connect($"{{tokenFile: {file}}}");
        await client.CanAsync(Anything);
        await _east.Faults.AddAsync(new("selfsubjectaccessreviews") { Status = 429, RetryAfterSeconds = 1 });
        await _east.Faults.AddAsync(new("selfsubjectaccessreviews") { Status = 401 });

        (await client.CanAsync(Anything)).IsAllowed.Should().BeFalse("the viewer is known and may nothing");
        (await _east.Faults.HitsAsync()).Should().Equal(1, 1);
    }

    [Test]
    public async Task A_token_file_is_read_again_each_minute()
    {
        string file = Write("token", Lab.ViewerToken);
        using KubernetesApiClient client = Connect($"{{tokenFile: {file}}}");
        await client.CanAsync(Anything);
        Write("token", "outdated-token");
        await client.CanAsync(Anything);

        _time.Advance(TimeSpan.FromMinutes(1));

        await client.Awaiting(c => c.CanAsync(Anything)).Should().ThrowAsync<KubernetesApiException>();
    }

    [Test]
    public async Task A_token_that_was_read_holds_while_its_file_is_being_replaced()
    {
        string file = Write("token", Lab.ViewerToken);
        using KubernetesApiClient client = Connect($"{{tokenFile: {file}}}");
        await client.CanAsync(Anything);
        Write("token", "");

        _time.Advance(TimeSpan.FromMinutes(1));

        (await client.CanAsync(Anything)).IsAllowed.Should().BeFalse("the viewer is known and may nothing");
    }

    [TestCase("two\nlines")]
    [TestCase("a b")]
    [TestCase("t\u00f6ken")]
    public async Task A_token_that_no_header_takes_is_said_to_be_so_and_not_shown(string token)
    {
        using KubernetesApiClient client = Connect($"{{tokenFile: {Write("token", token)}}}");

        Func<Task> ask = () => client.CanAsync(Anything);

        (await ask.Should().ThrowAsync<KubernetesCredentialException>()).Which.ToString().Should().Contain("header").And.NotContain(token);
    }

    [Test]
    public async Task A_plugin_may_say_much_beside_its_credential()
    {
        using KubernetesApiClient client = Connect(Plugin($$$"""
            head -c 300000 /dev/zero >&2
            echo '{"apiVersion":"client.authentication.k8s.io/v1","kind":"ExecCredential","status":{"token":"{{{Lab.ViewerToken}}}"}}'
            """));

        (await client.CanAsync(Anything)).IsAllowed.Should().BeFalse("the viewer is known and may nothing");
    }

    [Test]
    public async Task A_token_file_that_is_missing_is_named()
    {
        using KubernetesApiClient client = Connect("{tokenFile: missing/token}");

        Func<Task> ask = () => client.CanAsync(Anything);

        (await ask.Should().ThrowAsync<KubernetesCredentialException>()).Which.Message.Should().Contain(Path.Combine("missing", "token"));
    }

    [Test]
    public async Task A_plugin_runs_once_for_many_requests_and_again_when_its_token_ends()
    {
        using KubernetesApiClient client = Connect(Plugin($$$"""
            echo run >> {{{_folder}}}/runs
            echo '{"apiVersion":"client.authentication.k8s.io/v1","kind":"ExecCredential","status":{"token":"{{{Lab.ViewerToken}}}","expirationTimestamp":"2100-01-01T00:00:00Z"}}'
            """));

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => client.CanAsync(Anything)));
        Runs().Should().Be(1);
        _time.Advance(TimeSpan.FromDays(365 * 100));
        await client.CanAsync(Anything);

        Runs().Should().Be(2);
    }

    [Test]
    public async Task A_plugin_is_told_what_it_asks_for()
    {
        using KubernetesApiClient client = Connect(Plugin(
            $$$"""
            echo "$1 $COLOUR" > {{{_folder}}}/told
            echo "$KUBERNETES_EXEC_INFO" > {{{_folder}}}/info
            echo '{"apiVersion":"client.authentication.k8s.io/v1","kind":"ExecCredential","status":{"token":"{{{Lab.ViewerToken}}}"}}'
            """,
            "args: [lab], env: [{name: COLOUR, value: blue}], provideClusterInfo: true,"));

        await client.CanAsync(Anything);

        string info = await File.ReadAllTextAsync(Path.Combine(_folder, "info"));
        (await File.ReadAllTextAsync(Path.Combine(_folder, "told"))).Trim().Should().Be("lab blue");
        info.Should().Contain($"\"server\":\"{_east.Server.OriginalString}").And.Contain("certificate-authority-data")
            .And.Contain("\"config\":{\"audience\":\"lab\"}").And.Contain("\"interactive\":false");
    }

    [Test]
    public async Task A_plugin_can_give_a_client_certificate()
    {
        string certificate = (await File.ReadAllTextAsync(Path.Combine(_east.Folder, "admin.crt"))).Replace("\n", "\\n", StringComparison.Ordinal);
        string key = (await File.ReadAllTextAsync(Path.Combine(_east.Folder, "admin.key"))).Replace("\n", "\\n", StringComparison.Ordinal);
        string answer = Write("answer.json", $$$"""{"apiVersion":"client.authentication.k8s.io/v1","kind":"ExecCredential","status":{"clientCertificateData":"{{{certificate}}}","clientKeyData":"{{{key}}}"}}""");
        using KubernetesApiClient client = Connect(Plugin($"cat {answer}"));

        (await client.CanAsync(Anything)).IsAllowed.Should().BeTrue("it is the administrator's");
    }

    [TestCase("echo my-secret >&2; echo my-secret; exit 3", "exit code 3")]
    [TestCase("echo my-secret is not JSON", "no JSON")]
    [TestCase("exec yes my-secret", "printed more than 256 KiB")]
    [TestCase("echo '{\"kind\":\"ExecCredential\",\"apiVersion\":\"client.authentication.k8s.io/v1beta1\",\"status\":{\"token\":\"my-secret\"}}'", "no ExecCredential of client.authentication.k8s.io/v1")]
    [TestCase("echo '{\"kind\":\"ExecCredential\",\"apiVersion\":\"client.authentication.k8s.io/v1\",\"status\":{}}'", "neither a token")]
    [TestCase("echo '{\"kind\":\"ExecCredential\",\"apiVersion\":\"client.authentication.k8s.io/v1\",\"status\":{\"token\":\"my-secret\",\"expirationTimestamp\":\"soon\"}}'", "expirationTimestamp")]
    [TestCase("echo '{\"kind\":\"ExecCredential\",\"apiVersion\":\"client.authentication.k8s.io/v1\",\"status\":{\"clientCertificateData\":\"my-secret\",\"clientKeyData\":\"my-secret\"}}'", "can't be read")]
    public async Task A_plugin_that_fails_or_prints_rubbish_is_named_and_not_quoted(string script, string expected)
    {
        using KubernetesApiClient client = Connect(Plugin(script));

        Func<Task> ask = () => client.CanAsync(Anything);

        KubernetesCredentialException error = (await ask.Should().ThrowAsync<KubernetesCredentialException>()).Which;
        error.Message.Should().Contain(expected).And.Contain("plugin.sh");
        error.ToString().Should().NotContain("my-secret");
    }

    [Test]
    public async Task A_plugin_that_is_not_installed_comes_with_its_hint()
    {
        using KubernetesApiClient client = Connect(
            "{exec: {command: no-such-plugin, apiVersion: client.authentication.k8s.io/v1, interactiveMode: Never, installHint: Install it with care.}}");

        Func<Task> ask = () => client.CanAsync(Anything);

        (await ask.Should().ThrowAsync<KubernetesCredentialException>()).Which.Remedy.Should().Be("Install it with care.");
    }

    [Test]
    public async Task A_plugin_that_hangs_ends_with_the_request()
    {
        using CancellationTokenSource source = new();
        string started = Path.Combine(_folder, "started");
        using FileSystemWatcher watcher = new(_folder, "started");
        TaskCompletionSource seen = new();
        watcher.Created += (_, _) => seen.TrySetResult();
        watcher.EnableRaisingEvents = true;
        using KubernetesApiClient client = Connect(Plugin($"echo $$ > {started}; exec tail -f /dev/null"));
        Task<AccessAnswer> asking = client.CanAsync(Anything, source.Token);
        await seen.Task;

        await source.CancelAsync();

        await asking.Awaiting(a => a).Should().ThrowAsync<OperationCanceledException>();
    }

    [Test]
    public async Task A_plugin_that_hangs_is_stopped_with_all_that_it_started_and_not_run_again()
    {
        string line = Path.Combine(_folder, "line");
        Process.Start("mkfifo", line).WaitForExit();
        ManualTime time = new(TimeSpan.FromSeconds(30));
        using KubernetesApiClient client = Connect(Plugin($"echo run >> {_folder}/runs; sh -c 'echo started; exec tail -f /dev/null' > {line}"), time);
        Task<AccessAnswer> asking = client.CanAsync(Anything);
        using StreamReader started = new(line);
        await started.ReadLineAsync();

        time.EndAll();

        KubernetesCredentialException error = (await asking.Awaiting(a => a).Should().ThrowAsync<KubernetesCredentialException>()).Which;
        error.Message.Should().Contain("plugin.sh").And.Contain("within 30 s").And.Contain("Run it by hand");
        (await started.ReadToEndAsync()).Should().BeEmpty("nobody is left who could write");
        await client.Awaiting(c => c.CanAsync(Anything)).Should().ThrowAsync<KubernetesCredentialException>();
        Runs().Should().Be(1);
    }

    private KubernetesApiClient Connect(string user, TimeProvider time) =>
        KubernetesApiClient.Connect(KubeConfig.Parse(KubeConfigText.Of(_east, user)).GetConnection(), new() { Time = time });

    private KubernetesApiClient Connect(string user) => Connect(user, _time);

    private string Plugin(string script, string more = "")
    {
        string path = Write("plugin.sh", $"#!/bin/sh\n{script}\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return $"{{exec: {{command: {path}, {more} apiVersion: client.authentication.k8s.io/v1, interactiveMode: IfAvailable}}}}";
    }

    private string Write(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private int Runs() => File.ReadAllLines(Path.Combine(_folder, "runs")).Length;
}
