using Mesh.Sdk.IntegrationTests.Labs;
using Mesh.Sdk.Kubernetes;

namespace Mesh.Sdk.IntegrationTests.Kubernetes;

public sealed class WatchTests
{
    private const string Expired =
        """{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":"too old resource version","reason":"Expired","code":410}""";

    private readonly InstantTime _time = new(TimeSpan.FromSeconds(10));
    private LabCluster _east = null!;
    private KubernetesApiClient _client = null!;
    private string _namespace = "";

    [SetUp]
    public async Task Connect()
    {
        _east = await SharedLab.EastAsync();
        _client = _east.Connect(new() { Time = _time });
        _namespace = await _client.NewNamespaceAsync();
    }

    [TearDown]
    public async Task Repair()
    {
        await _east.Faults.ClearAsync();
        _client.Dispose();
    }

    [Test]
    public async Task A_watch_begins_with_what_is_there_and_goes_on_with_changes()
    {
        await ApplyAsync("there", "1");
        await using IAsyncEnumerator<KubernetesWatchEvent> events = Watch();

        (await NextAsync(events)).Should().Be("Added there");
        await ApplyAsync("new", "1");
        (await NextAsync(events)).Should().Be("Added new");
        await ApplyAsync("there", "2");
        (await NextAsync(events)).Should().Be("Modified there");
        await DeleteAsync("new");
        (await NextAsync(events)).Should().Be("Deleted new");
    }

    [Test]
    public async Task A_watch_that_is_cut_goes_on_and_repeats_nothing()
    {
        await _east.Faults.AddAsync(new($"{_namespace}/configmaps.*watch=") { DropAfterMilliseconds = 50, Times = 3 });
        await ApplyAsync("there", "1");
        await using IAsyncEnumerator<KubernetesWatchEvent> events = Watch();
        (await NextAsync(events)).Should().Be("Added there");

        Task<string> next = NextAsync(events);
        while ((await _east.Faults.HitsAsync())[0] < 3)
        {
            await Task.Yield();
        }

        await ApplyAsync("later", "1");

        (await next).Should().Be("Added later");
    }

    [Test]
    public async Task A_server_that_has_forgotten_is_caught_up_with_by_a_list()
    {
        await ApplyAsync("kept", "1");
        await ApplyAsync("changed", "1");
        await ApplyAsync("gone", "1");
        await using IAsyncEnumerator<KubernetesWatchEvent> events = Watch();
        string[] first = [await NextAsync(events), await NextAsync(events), await NextAsync(events)];
        first.Should().BeEquivalentTo("Added changed", "Added gone", "Added kept");

        await _east.Faults.AddAsync(new($"{_namespace}/configmaps.*watch=") { Status = 410, Body = Expired });
        await ApplyAsync("changed", "2");
        await ApplyAsync("new", "1");
        await DeleteAsync("gone");

        string[] rest = [await NextAsync(events), await NextAsync(events), await NextAsync(events)];
        rest.Should().BeEquivalentTo("Modified changed", "Added new", "Deleted gone");
    }

    [Test]
    public async Task A_watch_from_a_state_that_is_compacted_begins_again()
    {
        await ApplyAsync("there", "1");
        await using IAsyncEnumerator<KubernetesWatchEvent> events = Watch("1");

        (await NextAsync(events)).Should().Be("Added there");
    }

    [Test]
    public async Task A_watch_survives_a_restart_of_the_server()
    {
        LabCluster north = await SharedLab.NorthAsync();
        using KubernetesApiClient client = north.Connect();
        string @namespace = await client.NewNamespaceAsync();
        await client.ApplyAsync(Objects.ConfigMap(@namespace, "before"), Objects.Plain);
        await using IAsyncEnumerator<KubernetesWatchEvent> events =
            client.WatchAsync(Objects.ConfigMaps, new() { Namespace = @namespace }).GetAsyncEnumerator();
        (await NextAsync(events)).Should().Be("Added before");

        Task<string> next = NextAsync(events);
        north.Dispose();
        await north.StartAsync();
        await client.ApplyAsync(Objects.ConfigMap(@namespace, "after"), Objects.Plain);

        (await next).Should().Be("Added after");
    }

    [Test]
    public async Task A_watch_that_is_cancelled_ends_at_once()
    {
        using CancellationTokenSource source = new();
        await using IAsyncEnumerator<KubernetesWatchEvent> events =
            _client.WatchAsync(Objects.ConfigMaps, new() { Namespace = _namespace }, source.Token).GetAsyncEnumerator();
        Task<bool> next = events.MoveNextAsync().AsTask();

        await source.CancelAsync();

        await next.Awaiting(n => n).Should().ThrowAsync<OperationCanceledException>();
    }

    [Test]
    public async Task A_list_whose_token_has_expired_begins_again_and_gives_nothing_twice()
    {
        string[] names = ["a", "b", "c", "d", "e"];
        foreach (string name in names)
        {
            await ApplyAsync(name, "1");
        }

        await _east.Faults.AddAsync(new($"{_namespace}/configmaps.*continue=") { Status = 410, Body = Expired });

        List<string> listed = await _client.ListAsync(Objects.ConfigMaps, new() { Namespace = _namespace, PageSize = 2 }).NamesAsync();

        listed.Should().Equal(names);
        (await _east.Faults.HitsAsync()).Should().Equal(1);
    }

    private static async Task<string> NextAsync(IAsyncEnumerator<KubernetesWatchEvent> events)
    {
        (await events.MoveNextAsync()).Should().BeTrue();
        return $"{events.Current.Type} {events.Current.Resource.Metadata.Name}";
    }

    private IAsyncEnumerator<KubernetesWatchEvent> Watch(string? resourceVersion = null) =>
        _client.WatchAsync(Objects.ConfigMaps, new() { Namespace = _namespace, ResourceVersion = resourceVersion }).GetAsyncEnumerator();

    private Task<AppliedResource> ApplyAsync(string name, string value) => _client.ApplyAsync(Objects.ConfigMap(_namespace, name, value), Objects.Plain);

    private Task<bool> DeleteAsync(string name) => _client.DeleteAsync(new("", "v1", "ConfigMap", _namespace, name), KubernetesDeleteOptions.Default);
}
