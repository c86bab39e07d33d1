using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Mesh.Sdk.Live;

namespace Mesh.Sdk.Tests.Live;

public sealed class PrometheusErrorTests
{
    private const string Secret = "s3cr3t";

    private PrometheusServer _server = null!;
    private HttpClient _http = null!;

    [SetUp]
    public void Start()
    {
        _server = new();
        _http = _server.Client();
        _http.BaseAddress = new UriBuilder(_server.Address) { UserName = "reader", Password = Secret }.Uri;
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Secret);
    }

    [TearDown]
    public void Stop()
    {
        _http.Dispose();
        _server.Dispose();
    }

    [TestCase(400, """{"status":"error","errorType":"bad_data","error":"invalid parameter \"query\""}""", PrometheusError.QueryRefused, "bad_data")]
    [TestCase(200, """{"status":"error","errorType":"timeout","error":"query timed out"}""", PrometheusError.QueryRefused, "timeout")]
    [TestCase(401, "Unauthorized", PrometheusError.HttpStatus, null)]
    [TestCase(404, "404 page not found", PrometheusError.HttpStatus, null)]
    [TestCase(503, "{}", PrometheusError.HttpStatus, null)]
    [TestCase(200, "<html>Please log in</html>", PrometheusError.NotPrometheus, null)]
    [TestCase(200, "[]", PrometheusError.NotPrometheus, null)]
    [TestCase(200, "", PrometheusError.NotPrometheus, null)]
    [TestCase(200, """{"status":"\ud800"}""", PrometheusError.NotPrometheus, null)]
    [TestCase(200, """{"status":"success","data":{"resultType":5,"result":[]}}""", PrometheusError.NotPrometheus, null)]
    [TestCase(200, """{"status":"success","data":{"resultType":"vector","result":[]}}""", PrometheusError.NotPrometheus, null)]
    [TestCase(200, """{"status":"success","data":{"resultType":"matrix","result":[{"values":[]}]}}""", PrometheusError.NotPrometheus, null)]
    [TestCase(200, """{"status":"success","data":{"resultType":"matrix","result":[{"metric":{},"values":[["x"]]}]}}""", PrometheusError.NotPrometheus, null)]
    [TestCase(200, """{"status":"success","data":{"resultType":"matrix","result":[]}}""", PrometheusError.NoSeries, null)]
    public async Task Each_answer_that_is_no_data_is_an_error_of_its_kind(int status, string body, PrometheusError error, string? type)
    {
        _server.Instead = context => PrometheusServer.AnswerAsync(context, status, body);

        PrometheusException thrown = await Refused();

        (thrown.Error, thrown.ErrorType).Should().Be((error, type));
        thrown.Status.Should().Be(error is PrometheusError.HttpStatus or PrometheusError.QueryRefused ? (HttpStatusCode)status : null);
    }

    [Test]
    public async Task A_server_that_is_not_there_is_unreachable()
    {
        _server.Dispose();

        (await Refused()).Error.Should().Be(PrometheusError.Unreachable);
    }

    [Test]
    public async Task An_answer_that_breaks_off_is_unreachable()
    {
        _server.Instead = async context =>
        {
            context.Response.ContentLength64 = 1000;
            await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes("""{"status":"""));
            await context.Response.OutputStream.FlushAsync();
            context.Response.Abort();
        };

        (await Refused()).Error.Should().Be(PrometheusError.Unreachable);
    }

    [Test]
    public async Task An_answer_that_is_too_long_is_refused_while_it_is_read()
    {
        LiveMesh.Fill(_server);

        (await Refused(new() { MaxResponseBytes = 1000 })).Error.Should().Be(PrometheusError.TooLarge);
        (await Refused(new() { MaxSamples = 500 })).Error.Should().Be(PrometheusError.TooLarge);
    }

    [Test]
    public async Task A_server_that_says_nothing_is_given_up_on_after_the_timeout_of_the_client()
    {
        TaskCompletionSource over = new();
        _server.Instead = _ => over.Task;
        _http.Timeout = TimeSpan.FromMilliseconds(50);

        (await Refused()).Error.Should().Be(PrometheusError.TimedOut);
        over.SetResult();
    }

    [Test]
    public async Task Cancelling_ends_reading()
    {
        using CancellationTokenSource cancel = new();
        TaskCompletionSource over = new();
        _server.Instead = _ =>
        {
            cancel.Cancel();
            return over.Task;
        };

        Func<Task> read = () => new PrometheusReader(_http).ReadAsync(LiveMesh.From, LiveMesh.To, null, cancel.Token);

        await read.Should().ThrowAsync<OperationCanceledException>();
        over.SetResult();
    }

    [Test]
    public async Task Credentials_of_the_client_are_sent()
    {
        LiveMesh.Fill(_server);

        await new PrometheusReader(_http).ReadAsync(LiveMesh.From, LiveMesh.To);

        _server.Credentials.Should().Equal($"Bearer {Secret}");
    }

    [Test]
    public async Task Misuse_is_told_at_the_call()
    {
        PrometheusReader reader = new(_http);
        using HttpClient homeless = new();

        FluentActions.Invoking(() => new PrometheusReader(homeless)).Should().Throw<ArgumentException>().WithMessage("*BaseAddress*");
        FluentActions.Invoking(() => new PrometheusReader(_http, new() { Step = TimeSpan.Zero })).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new PrometheusReader(_http, new() { Where = [new("a=\"b\"} or up{", "x")] })).Should().Throw<ArgumentException>().WithMessage("*no name of a label*");
        await reader.Awaiting(r => r.ReadAsync(LiveMesh.To, LiveMesh.From)).Should().ThrowAsync<ArgumentOutOfRangeException>();
        await reader.Awaiting(r => r.ReadAsync(LiveMesh.From, LiveMesh.From + TimeSpan.FromDays(10_000))).Should().ThrowAsync<ArgumentOutOfRangeException>();
    }

    private async Task<PrometheusException> Refused(PrometheusOptions? options = null)
    {
        PrometheusException thrown = (await new PrometheusReader(_http, options ?? new())
            .Awaiting(r => r.ReadAsync(LiveMesh.From, LiveMesh.To)).Should().ThrowAsync<PrometheusException>()).Which;
        thrown.ToString().Should().NotContain(Secret);
        thrown.Message.Should().EndWith(thrown.Error == PrometheusError.QueryRefused ? "" : thrown.Message[^1] == '?' ? "?" : ".");
        return thrown;
    }
}
