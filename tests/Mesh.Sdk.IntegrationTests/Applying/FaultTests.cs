using System.Net;
using System.Net.Sockets;
using Mesh.Sdk.ApplierContract;
using Mesh.Sdk.Apply;
using Mesh.Sdk.IntegrationTests.Labs;
using Mesh.Sdk.Kubernetes;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.IntegrationTests.Applying;

/// <summary>After each fault: the report is true, applying again converges, and nothing is there twice or missing.</summary>
public sealed class FaultTests : ApplyFixture
{
    private const int Many = 60;

    private readonly InstantTime _time = new(TimeSpan.FromSeconds(10));

    private ApplyOptions Options => ApplyOptions.Default with { Set = new("release", Namespace) { Prunes = true } };

    private protected override KubernetesClientOptions ClientOptions => new() { Time = _time, Timeout = TimeSpan.FromMinutes(1) };

    private static IEnumerable<TestCaseData> PassingFaults()
    {
        yield return new TestCaseData(new LabFault("") { Status = 429, RetryAfterSeconds = 1 }).SetArgDisplayNames("429");
        yield return new TestCaseData(new LabFault("") { Status = 500 }).SetArgDisplayNames("500");
        yield return new TestCaseData(new LabFault("") { Status = 503 }).SetArgDisplayNames("503");
        yield return new TestCaseData(new LabFault("") { Status = 401 }).SetArgDisplayNames("token refused");
        yield return new TestCaseData(new LabFault("") { Drop = true }).SetArgDisplayNames("connection dropped");
        yield return new TestCaseData(new LabFault("") { Lost = true }).SetArgDisplayNames("answer lost");
        yield return new TestCaseData(new LabFault("") { DelayMilliseconds = 50 }).SetArgDisplayNames("slow");
    }

    [TestCaseSource(nameof(PassingFaults))]
    public async Task A_fault_that_passes_is_survived(object fault)
    {
        await Cluster.Faults.AddAsync(((LabFault)fault) with { Path = $"{Namespace}/configmaps/map-[0-9]*5\\?", Method = "PATCH", Times = 1 });

        ApplyResult result = await Applier.ApplyAsync(Maps(Many), Options);

        (await Cluster.Faults.HitsAsync()).Should().Equal(1);
        result.Objects.Should().HaveCount(Many).And.OnlyContain(o => o.Status == ApplyStatus.Created, result.ToTable());
        await ConvergesAsync(Maps(Many), Options);
    }

    [Test]
    public async Task A_write_that_lost_a_race_is_tried_again()
    {
        await Cluster.Faults.AddAsync(new($"{Namespace}/configmaps") { Status = 409, Method = "PATCH", Times = 3 });

        ApplyResult result = await Applier.ApplyAsync(Maps(1), ApplyOptions.Default);

        result.IsSuccess.Should().BeTrue(result.ToTable());
        (await Cluster.Faults.HitsAsync()).Should().Equal(3);
    }

    [TestCase(500, "MESH4201")]
    [TestCase(403, "MESH4201")]
    [TestCase(409, "MESH4201")]
    [TestCase(401, "MESH4201")]
    public async Task A_fault_that_stays_fails_its_object_and_no_other(int status, string code)
    {
        await Cluster.Faults.AddAsync(new($"{Namespace}/configmaps/map-7\\?") { Status = status, Method = "PATCH", Times = 0 });

        ApplyResult result = await Applier.ApplyAsync(Maps(Many), Options);

        AppliedObject failed = result.Failed.Should().ContainSingle(result.ToTable()).Subject;
        (failed.Key.Name, failed.Reason!.Code).Should().Be(("map-7", code));
        failed.Reason.Message.Should().Contain($"{status}");
        (await NamesAsync()).Should().BeEquivalentTo(result.Of(ApplyStatus.Created).Select(o => o.Key.Name));
        await ConvergesAsync(Maps(Many), Options);
    }

    [Test]
    public async Task A_token_that_ends_half_way_fails_what_comes_after_and_nothing_is_lost()
    {
        ProgressLog log = new(e => EndTokenAfter(10, e).GetAwaiter().GetResult());

        ApplyResult result = await Applier.ApplyAsync(Maps(Many), Options with { Parallelism = 4 }, log);

        result.Failed.Should().NotBeEmpty().And.OnlyContain(o => o.Reason!.Message.Contains("401"));
        (await NamesAsync()).Should().BeEquivalentTo(result.Of(ApplyStatus.Created).Select(o => o.Key.Name));
        await ConvergesAsync(Maps(Many), Options);
    }

    [Test]
    public async Task Two_appliers_of_one_set_at_once_agree()
    {
        using KubernetesApiClient second = Cluster.Connect(ClientOptions);

        ApplyResult[] results = await Task.WhenAll(
            Applier.ApplyAsync(Maps(Many), Options),
            new ServerSideApplier(second).ApplyAsync(Maps(Many), Options));

        results.Should().OnlyContain(r => r.IsSuccess, string.Join('\n', results.Select(r => r.ToTable())));
        await ConvergesAsync(Maps(Many), Options);
    }

    [Test]
    public async Task Two_appliers_of_different_states_leave_one_of_them()
    {
        using KubernetesApiClient second = Cluster.Connect(ClientOptions);
        await Applier.ApplyAsync(Maps(Many), Options);

        await Task.WhenAll(
            Applier.ApplyAsync(Maps(Many, "2"), Options),
            new ServerSideApplier(second).ApplyAsync(Maps(Many / 2, "3"), Options));

        await ConvergesAsync(Maps(Many, "4"), Options);
        await ConvergesAsync(Maps(Many / 2, "5"), Options);
    }

    [Test]
    public async Task A_list_that_cannot_be_read_refuses_its_objects_only()
    {
        await Cluster.Faults.AddAsync(new($"{Namespace}/configmaps\\?limit") { Status = 403, Times = 0 });

        ApplyPlan plan = await Applier.PlanAsync(Maps(2).Add(new Resources.Core.ServiceAccount { Metadata = new("bot", Namespace) }), ApplyOptions.Default);

        plan.Refused.Should().HaveCount(2).And.OnlyContain(o => o.Reason!.Code == "MESH4201");
        plan.Of(ApplyAction.Create).Should().ContainSingle();
    }

    [Test]
    public async Task A_peer_that_never_answers_fails_alone()
    {
        using TcpListener silent = new(IPAddress.Loopback, 0);
        silent.Start();
        KubernetesConnection nowhere = Cluster.Connection with { Server = new($"https://127.0.0.1:{((IPEndPoint)silent.LocalEndpoint).Port}") };
        using KubernetesApiClient hanging = KubernetesApiClient.Connect(nowhere, ClientOptions with { Timeout = TimeSpan.FromSeconds(1) });
        FanOutApplier both = new(new Dictionary<string, IResourceApplier> { ["east"] = Applier, ["west"] = new ServerSideApplier(hanging) });
        ResourceSet set = ResourceSet.From(Maps(2).Resources, "east").Merge(ResourceSet.From(Maps(2).Resources, "west"));

        ApplyResult result = await both.ApplyAsync(set, ApplyOptions.Default);

        result.Objects.Should().OnlyContain(o => o.Status == (o.Key.Cluster == "east" ? ApplyStatus.Created : ApplyStatus.Failed), result.ToTable());
        result.Failed.Should().OnlyContain(o => o.Reason!.Code == "MESH4202");
    }

    [Test]
    public async Task No_text_of_a_refusal_shows_a_secret()
    {
        Resources.Core.Secret secret = new() { Metadata = new("bad", Namespace), Type = "kubernetes.io/tls", Data = [new("password", SecretText.ToBase64("correct-horse"))] };
        ApplyOptions once = ApplyOptions.Default with { ForeignObjects = ForeignObjectPolicy.Adopt };
        await Applier.ApplyAsync(Set(secret with { Immutable = true }), once);

        ApplyResult result = await Applier.ApplyAsync(Set(secret with { Immutable = true, Data = [new("password", SecretText.ToBase64("battery-staple"))] }), once);

        string all = result.ToTable() + result.ToJson();
        all.Should().NotContain("correct-horse").And.NotContain("battery-staple").And.NotContain(Convert.ToBase64String("battery-staple"u8));
    }

    private async Task EndTokenAfter(int count, ApplyEvent happened)
    {
        if (happened is { Kind: ApplyEventKind.Finished, Completed: var completed } && completed == count)
        {
            await Cluster.Faults.AddAsync(new($"{Namespace}/configmaps") { Status = 401, Method = "PATCH", Times = 0 });
        }
    }
}
