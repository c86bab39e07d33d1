using Mesh.Sdk.Live;
using Mesh.Sdk.Simulation;

namespace Mesh.Sdk.Tests.Live;

public sealed class PrometheusReaderTests
{
    private PrometheusServer _server = null!;
    private HttpClient _http = null!;

    [SetUp]
    public void Start()
    {
        _server = new();
        _http = _server.Client();
    }

    [TearDown]
    public void Stop()
    {
        _http.Dispose();
        _server.Dispose();
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Rates_become_series_of_clients_and_services(bool packs)
    {
        _server.PacksAnswers = packs;
        LiveMesh.Fill(_server);

        LiveTraffic traffic = await new PrometheusReader(_http).ReadAsync(LiveMesh.From, LiveMesh.To);

        traffic.Clusters.Should().Equal(LiveMesh.Aws, LiveMesh.Gke, LiveMesh.Ingress);
        traffic.Clients.Select(c => (c.Name, c.CallingService)).Should().Equal(
            ($"frontpage-v1.{LiveMesh.Gke}", "backyards-demo/frontpage"),
            ($"istio-ingressgateway.{LiveMesh.Ingress}", null));
        TrafficSeries frontpage = traffic.Traffic.Single(s => s.Service == "backyards-demo/frontpage");
        frontpage.At(TimeSpan.FromMinutes(5)).ShareOf(LiveMesh.Aws).Should().Be(1);
        frontpage.At(TimeSpan.FromMinutes(11)).Failures.Should().Equal(new FailureRate(FailureCause.NoHealthyHost, 100));
        frontpage.At(TimeSpan.FromMinutes(11)).ByCluster.Should().BeEmpty("no cluster got what no healthy host could take");
        frontpage.At(TimeSpan.FromMinutes(20)).ShareOf(LiveMesh.Gke).Should().Be(1);
        TrafficInterval bookings = traffic.Traffic.Single(s => s.Service == "backyards-demo/bookings").At(TimeSpan.FromMinutes(20));
        (bookings.RequestsPerSecond, bookings.SuccessesPerSecond, bookings.FailuresByCluster[LiveMesh.Gke]).Should().Be((100, 80, 20));
        traffic.Warnings.Should().BeEmpty();
    }

    [Test]
    public async Task Times_are_multiples_of_the_step_whenever_they_are_asked_for()
    {
        LiveMesh.Fill(_server);
        PrometheusReader reader = new(_http, new() { Step = TimeSpan.FromSeconds(30) });

        LiveTraffic traffic = await reader.ReadAsync(LiveMesh.From, LiveMesh.To);

        traffic.Start.Should().Be(LiveMesh.From - TimeSpan.FromSeconds(7));
        traffic.Duration.Should().Be(TimeSpan.FromMinutes(30));
        traffic.Traffic.Should().OnlyContain(s => s.Intervals.Count == 60);
        (await reader.ReadAsync(LiveMesh.From + TimeSpan.FromSeconds(5), LiveMesh.To + TimeSpan.FromSeconds(5))).Should().Be(traffic);
    }

    [Test]
    public async Task More_than_eleven_thousand_points_are_asked_for_in_several_ranges()
    {
        _server.Add($"source_workload=a source_cluster=one {LiveMesh.Service("b", "one")}", 3);
        List<PrometheusProgress> told = [];

        LiveTraffic traffic = await new PrometheusReader(_http, new() { Step = TimeSpan.FromSeconds(1) })
            .ReadAsync(LiveMesh.From, LiveMesh.From + TimeSpan.FromSeconds(25_000), new Told(told));

        _server.Asked.Should().HaveCount(3);
        told.Should().Equal([new(1, 3, 1), new(2, 3, 2), new(3, 3, 3)]);
        traffic.Traffic.Single().Intervals.Should().HaveCount(25_000).And.OnlyContain(i => i.RequestsPerSecond == 3);
    }

    [Test]
    public async Task The_reporter_and_labels_choose_series()
    {
        LiveMesh.Fill(_server);
        _server.Add($"reporter=destination source_workload=x source_app=a\"b\\c {LiveMesh.Service("frontpage", LiveMesh.Gke)}", 5);

        LiveTraffic traffic = await new PrometheusReader(_http, new() { Reporter = TrafficReporter.Destination, Where = [new("source_app", "a\"b\\c")] })
            .ReadAsync(LiveMesh.From, LiveMesh.To);

        traffic.Traffic.Should().ContainSingle().Which.Intervals[0].RequestsPerSecond.Should().Be(5);
        traffic.Clients.Should().ContainSingle().Which.Name.Should().Be("x.unknown");
    }

    [Test]
    public async Task What_is_no_rate_is_left_out_with_a_word()
    {
        string[] values = ["NaN", "+Inf", "1e308", "4"];
        double start = LiveMesh.From.ToUnixTimeSeconds() - 7;
        _server.Add($"source_workload=a source_cluster=one {LiveMesh.Service("b", "one")}", t => (int)((t - start) / 15) is var i && i <= values.Length ? values[i - 1] : null);
        _server.Warnings = ["PromQL warning: store gateway 2 is away"];

        LiveTraffic traffic = await new PrometheusReader(_http).ReadAsync(LiveMesh.From, LiveMesh.From + TimeSpan.FromMinutes(2));

        traffic.Traffic.Single().Intervals.Select(i => i.RequestsPerSecond).Should().Equal(0, 0, 0, 4, 0, 0, 0, 0);
        traffic.Warnings.Should().Equal(
            "Prometheus warns: PromQL warning: store gateway 2 is away",
            "7 of 8 times have no value of any series; they are shown as without requests.",
            "3 values are left out: they are no rates, such as NaN, or not at the times asked for.");
    }

    [TestCase("200", "-", "", null)]
    [TestCase("404", "-", "", null)]
    [TestCase("503", "UH", "", FailureCause.NoHealthyHost)]
    [TestCase("404", "NR", "", null)]
    [TestCase("503", "FI", "", FailureCause.InjectedFault)]
    [TestCase("503", "UF,URX", "", FailureCause.ConnectFailure)]
    [TestCase("503", "URX,UF", "", FailureCause.ConnectFailure)]
    [TestCase("504", "UT", "", FailureCause.Timeout)]
    [TestCase("0", "DC", "", FailureCause.Timeout)]
    [TestCase("503", "UO", "", FailureCause.Overflow)]
    [TestCase("500", "-", "", FailureCause.ErrorAnswer)]
    [TestCase("200", "-", "14", FailureCause.ErrorAnswer)]
    [TestCase("200", "-", "5", null)]
    public async Task A_status_and_its_flags_tell_the_cause(string code, string flags, string grpc, FailureCause? expected)
    {
        _server.Add($"source_workload=a source_cluster=one {LiveMesh.Service("b", "one")} response_code={code} response_flags={flags} grpc_response_status={grpc}", 1);

        LiveTraffic traffic = await new PrometheusReader(_http).ReadAsync(LiveMesh.From, LiveMesh.To);

        traffic.Traffic.Single().Intervals[0].Failures.Select(f => (FailureCause?)f.Cause).Should().Equal(expected is null ? [] : [expected]);
    }

    [Test]
    public async Task Localities_are_read_where_they_are_told()
    {
        _server.Add($"source_workload=a source_cluster=one source_locality=eu-west-1/a {LiveMesh.Service("b", "one")} destination_locality=eu-west-1/b", 2);

        LiveTraffic traffic = await new PrometheusReader(_http).ReadAsync(LiveMesh.From, LiveMesh.To);

        traffic.Clients.Single().Locality.Should().Be(new Sdk.Topology.Locality("eu-west-1", "a"));
        traffic.Traffic.Single().Intervals[0].ByLocality["eu-west-1/b"].Should().Be(2);
    }

    [Test]
    public async Task The_last_minutes_are_those_of_the_clock()
    {
        LiveMesh.Fill(_server);

        LiveTraffic traffic = await new PrometheusReader(_http, new(), new FixedClock(LiveMesh.To)).ReadLastAsync(TimeSpan.FromMinutes(30));

        traffic.Should().Be(await new PrometheusReader(_http).ReadAsync(LiveMesh.From, LiveMesh.To));
    }

    private sealed class Told(List<PrometheusProgress> told) : IProgress<PrometheusProgress>
    {
        public void Report(PrometheusProgress value) => told.Add(value);
    }

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
