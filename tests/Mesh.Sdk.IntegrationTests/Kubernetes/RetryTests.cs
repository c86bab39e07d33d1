using Mesh.Sdk.IntegrationTests.Labs;
using Mesh.Sdk.Kubernetes;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Core;

namespace Mesh.Sdk.IntegrationTests.Kubernetes;

public sealed class RetryTests
{
    private readonly InstantTime _time = new(TimeSpan.FromSeconds(30));
    private LabCluster _east = null!;
    private KubernetesApiClient _client = null!;
    private string _namespace = "";

    [OneTimeSetUp]
    public async Task Connect()
    {
        _east = await SharedLab.EastAsync();
        _client = _east.Connect(new() { Time = _time, Retry = new() { Seed = 1009 } });
        _namespace = await _client.NewNamespaceAsync();
    }

    [TearDown]
    public Task Repair() => _east.Faults.ClearAsync();

    [OneTimeTearDown]
    public void Disconnect() => _client?.Dispose();

    [Test]
    public async Task A_server_that_has_too_much_to_do_is_given_the_time_it_asks_for()
    {
        await _east.Faults.AddAsync(new("configmaps/busy") { Status = 429, RetryAfterSeconds = 7, Times = 2 });

        await _client.ApplyAsync(Objects.ConfigMap(_namespace, "busy"), Objects.Plain);

        (await _east.Faults.HitsAsync()).Should().Equal(2);
        _time.Waits.Where(w => w == TimeSpan.FromSeconds(7)).Should().HaveCount(2);
    }

    [TestCase(500)]
    [TestCase(502)]
    [TestCase(503)]
    [TestCase(504)]
    public async Task A_server_that_fails_is_asked_again(int status)
    {
        await _east.Faults.AddAsync(new($"configmaps/failing-{status}") { Status = status, Times = 3 });

        AppliedResource applied = await _client.ApplyAsync(Objects.ConfigMap(_namespace, $"failing-{status}"), Objects.Plain);

        applied.WasCreated.Should().BeTrue();
        (await _east.Faults.HitsAsync()).Should().Equal(3);
    }

    [Test]
    public async Task A_dropped_request_is_sent_again()
    {
        await _east.Faults.AddAsync(new("configmaps/dropped") { Drop = true, Times = 3 });

        await _client.ApplyAsync(Objects.ConfigMap(_namespace, "dropped"), Objects.Plain);

        (await _east.Faults.HitsAsync()).Should().Equal(3);
    }

    [Test]
    public async Task A_lost_answer_of_an_apply_does_no_harm()
    {
        await _east.Faults.AddAsync(new("configmaps/lost") { Lost = true });

        AppliedResource applied = await _client.ApplyAsync(Objects.ConfigMap(_namespace, "lost"), Objects.Plain);

        applied.WasCreated.Should().BeFalse("the first request did it");
    }

    [Test]
    public async Task A_lost_answer_of_a_delete_leaves_nothing_behind()
    {
        ConfigMap map = Objects.ConfigMap(_namespace, "deleted");
        await _client.ApplyAsync(map, Objects.Plain);
        await _east.Faults.AddAsync(new("configmaps/deleted") { Lost = true, Method = "DELETE" });

        await _client.DeleteAsync(ResourceKey.Of(map), KubernetesDeleteOptions.Default);

        (await _client.FindAsync(ResourceKey.Of(map))).Should().BeNull();
    }

    [Test]
    public async Task A_creation_whose_answer_is_lost_is_not_repeated()
    {
        await _east.Faults.AddAsync(new("configmaps") { Lost = true, Method = "POST", Times = 0 });

        Func<Task> create = () => _client.CreateAsync(Objects.ConfigMap(_namespace, "once"), Objects.Plain);

        KubernetesConnectionException error = (await create.Should().ThrowAsync<KubernetesConnectionException>()).Which;
        error.Failure.Should().Be(KubernetesConnectionFailure.Interrupted);
        error.WasSent.Should().BeTrue();
        (await _east.Faults.HitsAsync()).Should().Equal(1);
    }

    [Test]
    public async Task A_creation_that_failed_inside_the_server_is_not_repeated()
    {
        await _east.Faults.AddAsync(new("configmaps") { Status = 500, Method = "POST", Times = 0 });

        Func<Task> create = () => _client.CreateAsync(Objects.ConfigMap(_namespace, "never"), Objects.Plain);

        (await create.Should().ThrowAsync<KubernetesApiException>()).Which.Reason.Should().Be(KubernetesErrorReason.InternalError);
        (await _east.Faults.HitsAsync()).Should().Equal(1);
    }

    [Test]
    public async Task A_creation_that_was_turned_away_is_repeated()
    {
        await _east.Faults.AddAsync(new("configmaps") { Status = 429, RetryAfterSeconds = 1, Method = "POST" });

        IResource created = await _client.CreateAsync(Objects.ConfigMap(_namespace, "later"), Objects.Plain);

        created.Metadata.Uid.Should().NotBeNull();
    }

    [Test]
    public async Task A_request_that_fails_again_and_again_is_given_up_with_the_last_error()
    {
        int before = _time.Waits.Count;
        await _east.Faults.AddAsync(new("configmaps/hopeless") { Status = 503, Times = 0 });

        Func<Task> get = () => _client.GetAsync(new("", "v1", "ConfigMap", _namespace, "hopeless"));

        (await get.Should().ThrowAsync<KubernetesApiException>()).Which.Reason.Should().Be(KubernetesErrorReason.ServiceUnavailable);
        (await _east.Faults.HitsAsync()).Should().Equal(9);
        _time.Waits.Skip(before).Should().HaveCount(8).And.OnlyContain(w => w >= TimeSpan.FromMilliseconds(100) && w <= TimeSpan.FromSeconds(10));
        _time.Waits.Skip(before).Distinct().Should().HaveCountGreaterThan(4, "waits are drawn");
    }

    [Test]
    public async Task A_server_that_wants_too_long_a_wait_is_not_waited_for()
    {
        await _east.Faults.AddAsync(new("configmaps/patient") { Status = 429, RetryAfterSeconds = 3600, Times = 0 });

        Func<Task> get = () => _client.GetAsync(new("", "v1", "ConfigMap", _namespace, "patient"));

        (await get.Should().ThrowAsync<KubernetesApiException>()).Which.RetryAfter.Should().Be(TimeSpan.FromHours(1));
        (await _east.Faults.HitsAsync()).Should().Equal(1);
    }

    [Test]
    public async Task A_server_that_does_not_answer_in_time_is_named()
    {
        using KubernetesApiClient hasty = _east.Connect(new() { Timeout = TimeSpan.FromSeconds(20), Time = _time, Retry = new() { MaxRetries = 0 } });
        await _east.Faults.AddAsync(new("version") { DelayMilliseconds = 30_000, Times = 0 });

        Func<Task> ask = () => hasty.GetVersionAsync();

        KubernetesConnectionException error = (await ask.Should().ThrowAsync<KubernetesConnectionException>()).Which;
        error.Failure.Should().Be(KubernetesConnectionFailure.TimedOut);
        error.Message.Should().Contain(_east.Server.Authority).And.Contain("20 s");
    }

    [Test]
    public async Task Requests_begin_no_faster_than_asked()
    {
        InstantTime time = new(TimeSpan.FromSeconds(30));
        using KubernetesApiClient slow = _east.Connect(new() { RequestsPerSecond = 0.1, Burst = 2, Time = time });

        for (int i = 0; i < 4; i++)
        {
            await slow.GetVersionAsync();
        }

        time.Waits.Should().HaveCount(2).And.OnlyContain(w => w > TimeSpan.FromSeconds(5) && w <= TimeSpan.FromSeconds(10));
    }

    [Test]
    public async Task A_client_outlives_a_restart_of_the_server()
    {
        LabCluster north = await SharedLab.NorthAsync();
        using KubernetesApiClient client = north.Connect(new() { Time = _time });
        string @namespace = await client.NewNamespaceAsync();
        ConfigMap map = Objects.ConfigMap(@namespace, "kept");
        await client.ApplyAsync(map, Objects.Plain);

        north.Dispose();
        await north.StartAsync();

        (await client.ApplyAsync(map, Objects.Plain)).WasCreated.Should().BeFalse();
    }

    [Test]
    public async Task A_server_that_is_gone_is_named()
    {
        LabCluster north = await SharedLab.NorthAsync();
        using KubernetesApiClient client = north.Connect(new() { Time = _time });
        north.Dispose();

        Func<Task> ask = () => client.GetVersionAsync();

        try
        {
            KubernetesConnectionException error = (await ask.Should().ThrowAsync<KubernetesConnectionException>()).Which;
            error.Failure.Should().Be(KubernetesConnectionFailure.Unreachable);
            error.WasSent.Should().BeFalse();
        }
        finally
        {
            await north.StartAsync();
        }
    }
}
