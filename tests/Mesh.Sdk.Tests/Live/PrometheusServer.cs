using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Mesh.Sdk.Tests.Live;

/// <summary>A small HTTP server that answers range queries as Prometheus does: matchers, sum by, steps, the limit on points, chunks and gzip.</summary>
internal sealed partial class PrometheusServer : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly List<(Dictionary<string, string> Labels, Func<double, string?> RateAt)> _series = [];

    public PrometheusServer()
    {
        using (TcpListener free = new(IPAddress.Loopback, 0))
        {
            free.Start();
            Address = new($"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/prometheus");
        }

        _listener.Prefixes.Add($"{Address}/");
        _listener.Start();
        _ = ServeAsync();
    }

    /// <summary>Gets the address, which has a prefix and no slash at its end.</summary>
    public Uri Address { get; }

    /// <summary>Gets the URLs that were asked for.</summary>
    public ConcurrentQueue<Uri> Asked { get; } = [];

    /// <summary>Gets the Authorization headers that came.</summary>
    public ConcurrentQueue<string?> Credentials { get; } = [];

    /// <summary>Gets or sets what answers instead.</summary>
    public Func<HttpListenerContext, Task>? Instead { get; set; }

    public string[] Warnings { get; set; } = [];

    public bool PacksAnswers { get; set; } = true;

    public HttpClient Client() => new() { BaseAddress = Address };

    /// <summary>Adds a series of <c>istio_requests_total</c>.</summary>
    /// <param name="labels">Labels, as <c>name=value</c>, on top of those that every series has.</param>
    /// <param name="rateAt">The rate at a time in Unix seconds; <see langword="null"/> where there is no sample.</param>
    public void Add(string labels, Func<double, string?> rateAt)
    {
        Dictionary<string, string> all = new() { ["reporter"] = "source", ["response_code"] = "200", ["response_flags"] = "-" };
        foreach (string label in labels.Split(' '))
        {
            all[label.Split('=')[0]] = label.Split('=', 2)[1];
        }

        _series.Add((all, rateAt));
    }

    public void Add(string labels, double rate) => Add(labels, _ => rate.ToString(CultureInfo.InvariantCulture));

    public static Task AnswerAsync(HttpListenerContext context, int status, string body, string type = "application/json")
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        context.Response.SendChunked = true;
        return context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(body)).AsTask();
    }

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                HttpListenerContext context = await _listener.GetContextAsync();
                Asked.Enqueue(context.Request.Url!);
                Credentials.Enqueue(context.Request.Headers["Authorization"]);
                await (Instead ?? AnswerAsync)(context);
                context.Response.Close();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or IOException)
            {
                // The client went away, or the test is over.
            }
        }
    }

    private Task AnswerAsync(HttpListenerContext context)
    {
        System.Collections.Specialized.NameValueCollection asked = context.Request.QueryString;
        double start = double.Parse(asked["start"]!, CultureInfo.InvariantCulture);
        double end = double.Parse(asked["end"]!, CultureInfo.InvariantCulture);
        double step = double.Parse(asked["step"]!, CultureInfo.InvariantCulture);
        if (!context.Request.Url!.AbsolutePath.EndsWith("/api/v1/query_range", StringComparison.Ordinal))
        {
            return AnswerAsync(context, 404, "404 page not found\n", "text/plain");
        }

        if ((end - start) / step > 11_000)
        {
            return AnswerAsync(context, 400, """{"status":"error","errorType":"bad_data","error":"exceeded maximum resolution of 11,000 points per timeseries. Try decreasing the query resolution (?step=XX)"}""");
        }

        JsonObject answer = new()
        {
            ["status"] = "success",
            ["data"] = new JsonObject { ["resultType"] = "matrix", ["result"] = Evaluate(asked["query"]!, start, end, step) },
        };
        if (Warnings.Length > 0)
        {
            answer["warnings"] = new JsonArray([.. Warnings.Select(w => (JsonNode)w)]);
        }

        return PacksAnswers && context.Request.Headers["Accept-Encoding"]?.Contains("gzip", StringComparison.Ordinal) == true
            ? AnswerPackedAsync(context, answer.ToJsonString())
            : AnswerAsync(context, 200, answer.ToJsonString());
    }

    private static async Task AnswerPackedAsync(HttpListenerContext context, string body)
    {
        context.Response.ContentType = "application/json";
        context.Response.Headers["Content-Encoding"] = "gzip";
        context.Response.SendChunked = true;
        await using GZipStream packed = new(context.Response.OutputStream, CompressionLevel.Fastest);
        await packed.WriteAsync(Encoding.UTF8.GetBytes(body));
    }

    private JsonArray Evaluate(string query, double start, double end, double step)
    {
        Match parts = Query().Match(query);
        string[] by = parts.Groups["by"].Value.Split(',');
        (string Label, string Value)[] matchers = [.. Matcher().Matches(parts.Groups["matchers"].Value).Select(m => (m.Groups[1].Value, Regex.Unescape(m.Groups[2].Value)))];
        var groups = _series
            .Where(s => matchers.All(m => s.Labels.GetValueOrDefault(m.Label, "") == m.Value))
            .GroupBy(s => string.Join(' ', by.Where(s.Labels.ContainsKey).Select(label => $"{label}={s.Labels[label]}")));
        JsonArray result = [];
        foreach (var group in groups)
        {
            JsonArray values = [];
            for (int i = 0; start + (i * step) <= end + 1e-6; i++)
            {
                string[] now = [.. group.Select(s => s.RateAt(start + (i * step))).Where(v => v is not null).Select(v => v!)];
                if (now.Length > 0)
                {
                    string sum = now.Length == 1 ? now[0] : now.Sum(v => double.Parse(v, CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture);
                    values.Add(new JsonArray(start + (i * step), sum));
                }
            }

            if (values.Count > 0)
            {
                JsonObject metric = [];
                foreach (string label in by.Where(group.First().Labels.ContainsKey))
                {
                    metric[label] = group.First().Labels[label];
                }

                result.Add(new JsonObject { ["metric"] = metric, ["values"] = values });
            }
        }

        return result;
    }

    [GeneratedRegex("""^sum by \((?<by>[^)]*)\) \(rate\(istio_requests_total\{(?<matchers>.*)\}\[\d+ms\]\)\)$""")]
    private static partial Regex Query();

    [GeneratedRegex("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"")]
    private static partial Regex Matcher();
}
