using System.Net;
using System.Net.Sockets;
using Mesh.Sdk.Kafka.Connect;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Tests.Connect;

public sealed class ConnectClientTests : ConnectFixture
{
    private const string Name = "aws->gke.Mirror Source/é%";

    private static readonly Dictionary<string, string> Config = new() { ["connector.class"] = "test.Sink", ["topics"] = "orders", ["tasks.max"] = "2" };

    private static readonly ConnectorPosition Position = new(
        UntypedValue.From(new UntypedFields([new("cluster", "aws"), new("partition", 0), new("topic", "orders")])),
        UntypedValue.From(new UntypedFields([new("offset", 41)])));

    [Test]
    public async Task A_connector_lives_under_a_name_that_has_to_be_escaped()
    {
        (await Client.GetRootAsync()).Should().Be(new ConnectWorkerInfo("4.1.0", "13f70256db3c994c", "I4ZmrWqfT2e-upky_4fdPA"));
        ConnectorInfo made = await Client.PutConfigAsync(Name, Config);
        made.Config["name"].Should().Be(Name);
        made.Tasks.Should().Equal(0, 1);

        (await Client.ListAsync()).Should().Equal(Name);
        (await Client.GetConnectorAsync(Name)).Should().Be(made);
        (await Client.GetConfigAsync(Name)).Should().Equal(made.Config);
        (await Client.GetStatusAsync(Name)).IsRunning.Should().BeTrue();
        (await Client.ListSnapshotsAsync()).Should().Equal(new ConnectorSnapshot(made, await Client.GetStatusAsync(Name)));
        (await Client.GetTasksAsync(Name)).Select(t => t.Id).Should().Equal(0, 1);
        (await Client.GetTopicsAsync(Name)).Should().Equal("orders");
        (await Client.GetPluginsAsync()).Should().Equal(new ConnectPluginInfo("test.Sink", "sink", "4.1.0"), new ConnectPluginInfo("test.Source", "source", null));

        await Client.DeleteAsync(Name);
        (await Client.ListAsync()).Should().BeEmpty();
        First.Asked.Should().Contain("PUT /connectors/aws-%3Egke.Mirror%20Source%2F%C3%A9%25/config");
    }

    [Test]
    public async Task A_connector_is_paused_resumed_stopped_and_restarted()
    {
        Api.Add("orders");
        await Client.PauseAsync("orders");
        (await Client.GetStatusAsync("orders")).State.Should().Be(ConnectState.Paused);
        await Client.ResumeAsync("orders");
        (await Client.GetStatusAsync("orders")).State.Should().Be(ConnectState.Running);
        await Client.StopAsync("orders");
        ConnectorStatus stopped = await Client.GetStatusAsync("orders");
        stopped.State.Should().Be(ConnectState.Stopped);
        stopped.Tasks.Should().BeEmpty();

        (await Client.RestartAsync("orders", ConnectorRestart.Connector)).Should().BeNull();
        (await Client.RestartAsync("orders", ConnectorRestart.FailedOnly)).Should().Be(stopped);
        First.Asked.Should().Contain("POST /connectors/orders/restart?includeTasks=true&onlyFailed=true");
        (await FluentActions.Awaiting(() => Client.RestartTaskAsync("orders", 7)).Should().ThrowAsync<ConnectApiException>()).Which.Reason.Should().Be(ConnectErrorReason.NotFound);
    }

    [Test]
    public async Task Offsets_are_set_before_a_connector_first_runs()
    {
        await Client.CreateAsync("orders", Config, ConnectState.Stopped);
        (await Client.AlterOffsetsAsync("orders", [Position])).Should().Contain("altered");
        (await Client.GetOffsetsAsync("orders")).Should().Equal(Position);
        await Client.AlterOffsetsAsync("orders", [Position with { Offset = UntypedValue.Null }]);
        (await Client.GetOffsetsAsync("orders")).Should().BeEmpty();
        (await Client.ResetOffsetsAsync("orders")).Should().Contain("reset");
    }

    [Test]
    public async Task Offsets_of_a_running_connector_are_refused()
    {
        Api.Add("orders");

        foreach (Func<Task> act in (Func<Task>[])[() => Client.AlterOffsetsAsync("orders", [Position]), () => Client.ResetOffsetsAsync("orders")])
        {
            ConnectApiException refused = (await act.Should().ThrowAsync<ConnectApiException>()).Which;
            refused.Reason.Should().Be(ConnectErrorReason.Invalid);
            refused.ErrorCode.Should().Be(400);
            refused.ServerMessage.Should().StartWith("Connectors must be in the STOPPED state");
        }
    }

    [Test]
    public async Task A_rebalance_is_waited_for_with_drawn_waits()
    {
        Api.Rebalancing = 5;

        (await Client.ListAsync()).Should().BeEmpty();

        Time.Waits.Should().HaveCount(5).And.OnlyContain(w => w >= TimeSpan.FromMilliseconds(250) && w <= TimeSpan.FromSeconds(10)).And.OnlyHaveUniqueItems();
        Second.Asked.Should().BeEmpty("another worker is in the same rebalance");
    }

    [Test]
    public async Task A_rebalance_without_end_is_an_error()
    {
        Api.Rebalancing = int.MaxValue;

        ConnectApiException refused = (await FluentActions.Awaiting(() => ClientWith(null, maxRetries: 3).ListAsync()).Should().ThrowAsync<ConnectApiException>()).Which;

        refused.Reason.Should().Be(ConnectErrorReason.Rebalancing);
        First.Asked.Should().HaveCount(4);
    }

    [Test]
    public async Task A_connector_that_exists_is_not_created_again_and_again()
    {
        Api.Add("orders");

        ConnectApiException refused = (await FluentActions.Awaiting(() => Client.CreateAsync("orders", Config, ConnectState.Running)).Should().ThrowAsync<ConnectApiException>()).Which;

        refused.Reason.Should().Be(ConnectErrorReason.AlreadyExists);
        First.Asked.Should().ContainSingle();
    }

    [Test]
    public async Task The_next_worker_answers_for_one_that_is_down()
    {
        Api.Add("orders");
        First.Dispose();

        (await Client.ListAsync()).Should().Equal("orders");
        (await Client.ListAsync()).Should().Equal("orders");

        Second.Asked.Should().HaveCount(2);
        Time.Waits.Should().BeEmpty();
    }

    [Test]
    public async Task A_worker_that_can_not_reach_the_leader_is_left_for_the_next()
    {
        First.Instead.Enqueue((500, """{"error_code":500,"message":"IO Error trying to forward REST request: java.net.ConnectException: Connection refused"}"""));

        (await Client.ListAsync()).Should().BeEmpty();

        Second.Asked.Should().ContainSingle();
    }

    [Test]
    public async Task Without_any_worker_the_client_gives_up()
    {
        First.Dispose();
        Second.Dispose();

        ConnectUnavailableException failure = (await FluentActions.Awaiting(() => ClientWith(null, maxRetries: 2).ListAsync()).Should().ThrowAsync<ConnectUnavailableException>()).Which;

        failure.WasSent.Should().BeFalse();
        Time.Waits.Should().HaveCount(2);
    }

    [Test]
    public async Task A_deletion_whose_answer_was_lost_succeeds()
    {
        Api.Add("orders");
        First.Instead.Enqueue((0, "drop"));

        await Client.DeleteAsync("orders");

        Api.Connectors.Should().BeEmpty();
        await FluentActions.Awaiting(() => Client.DeleteAsync("orders")).Should().ThrowAsync<ConnectApiException>();
    }

    [Test]
    public async Task A_creation_whose_answer_was_lost_is_not_repeated()
    {
        First.Instead.Enqueue((0, "drop"));

        ConnectUnavailableException failure = (await FluentActions.Awaiting(() => Client.CreateAsync("orders", Config, ConnectState.Running)).Should().ThrowAsync<ConnectUnavailableException>()).Which;

        failure.WasSent.Should().BeTrue();
        Second.Asked.Should().BeEmpty();
    }

    [Test]
    public async Task A_failure_of_the_server_is_told_once()
    {
        First.Instead.Enqueue((500, """{"error_code":500,"message":"Request timed out"}"""));

        ConnectApiException failure = (await FluentActions.Awaiting(() => Client.ListAsync()).Should().ThrowAsync<ConnectApiException>()).Which;

        failure.Reason.Should().Be(ConnectErrorReason.ServerError);
        failure.ServerMessage.Should().Be("Request timed out");
    }

    [Test]
    public async Task An_answer_of_something_else_is_told_apart()
    {
        First.Instead.Enqueue((200, "<html>Welcome</html>"));

        (await FluentActions.Awaiting(() => Client.ListAsync()).Should().ThrowAsync<ConnectApiException>()).Which.Reason.Should().Be(ConnectErrorReason.NotConnect);
    }

    [Test]
    public async Task Basic_authentication_opens_and_never_shows_the_password()
    {
        ConnectLogin login = new("ops", "hunter2");
        Api.Authorization = "Basic b3BzOmh1bnRlcjI=";

        (await ClientWith(login).ListAsync()).Should().BeEmpty();
        ConnectApiException refused = (await FluentActions.Awaiting(() => ClientWith(new("ops", "hunter3")).ListAsync()).Should().ThrowAsync<ConnectApiException>()).Which;

        refused.Reason.Should().Be(ConnectErrorReason.Unauthorized);
        refused.ToString().Should().NotContain("hunter3").And.NotContain("b3BzOmh1bnRlcjM=");
        login.ToString().Should().Be("ops");
        new ConnectClientOptions { Login = login }.ToString().Should().NotContain("hunter2").And.NotContain("b3BzOmh1bnRlcjI=");
    }

    [Test]
    public async Task Values_of_secret_settings_are_in_no_message()
    {
        Dictionary<string, string> config = new(Config) { ["db.password"] = "abc" };

        ConnectApiException refused = (await FluentActions.Awaiting(() => Client.PutConfigAsync("orders", config)).Should().ThrowAsync<ConnectApiException>()).Which;
        ConnectValidation validation = await Client.ValidateAsync(config);

        refused.Message.Should().Contain("Invalid value *** for configuration db.password").And.NotContain("abc").And.NotContain("\n");
        validation.ErrorCount.Should().Be(1);
        validation.Invalid.Single().Errors.Should().Equal("Invalid value *** for configuration db.password: too short");
        validation.Settings.Where(s => s.IsPassword).Select(s => s.Name).Should().Equal("pin", "db.password");
    }

    [Test]
    public async Task A_worker_that_never_answers_is_given_up()
    {
        using TcpListener silent = new(IPAddress.Loopback, 0);
        silent.Start();
        Uri worker = new($"http://127.0.0.1:{((IPEndPoint)silent.LocalEndpoint).Port}");
        ConnectClient client = new(Http, [worker], new() { Time = Time, Timeout = TimeSpan.FromSeconds(30), MaxRetries = 0 });

        (await FluentActions.Awaiting(() => client.ListAsync()).Should().ThrowAsync<ConnectUnavailableException>()).Which.Message.Should().Contain("no answer in time");
    }

    [Test]
    public async Task Waiting_can_be_cancelled()
    {
        Api.Rebalancing = int.MaxValue;
        using CancellationTokenSource cancellation = new();
        ConnectClient client = new(Http, [First.Address], new() { BaseDelay = TimeSpan.FromHours(1), MaxDelay = TimeSpan.FromHours(2) });

        Task<EquatableList<string>> asked = client.ListAsync(cancellation.Token);
        await cancellation.CancelAsync();

        await FluentActions.Awaiting(() => asked).Should().ThrowAsync<OperationCanceledException>();
    }

    [Test]
    public async Task TLS_is_that_of_the_handler()
    {
        using TlsWorker worker = new();
        using HttpClient trusting = new(new SocketsHttpHandler { SslOptions = { RemoteCertificateValidationCallback = (_, certificate, _, _) => worker.Is(certificate) } });
        ConnectClientOptions options = new() { Time = Time, MaxRetries = 0 };

        (await new ConnectClient(trusting, [worker.Address], options).ListAsync()).Should().Equal("orders");
        (await FluentActions.Awaiting(() => new ConnectClient(Http, [worker.Address], options).ListAsync()).Should().ThrowAsync<ConnectUnavailableException>())
            .Which.Message.Should().Contain("TLS failed");
    }

    [TestCase("ftp://connect:8083")]
    [TestCase("http://ops:hunter2@connect:8083")]
    [TestCase("/connectors")]
    public void Addresses_that_are_none_of_workers_are_refused(string worker) =>
        FluentActions.Invoking(() => new ConnectClient(Http, [new Uri(worker, UriKind.RelativeOrAbsolute)], ConnectClientOptions.Default))
            .Should().Throw<ArgumentException>().Which.Message.Should().NotContain("hunter2");
}
