using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Mesh.Sdk.Live;

/// <summary>Reads from Prometheus where the requests of a live mesh went: Istio's <c>istio_requests_total</c>, as rates over time.</summary>
/// <remarks>
/// Thanos, Mimir and others that answer <c>/api/v1/query_range</c> work as well. Several Prometheus servers that scrape the same proxies
/// count every request several times; ask something that removes duplicates. Nothing is retried; a handler of the HttpClient can do that.
/// </remarks>
public sealed partial class PrometheusReader
{
    private readonly HttpClient _http;
    private readonly PrometheusOptions _options;
    private readonly TimeProvider _time;

    /// <summary>Makes a reader with the default options.</summary>
    /// <param name="http">Has the address as <see cref="HttpClient.BaseAddress"/>, and what the server asks for in its headers, such as <c>Authorization</c>. It is not disposed.</param>
    public PrometheusReader(HttpClient http)
        : this(http, new())
    {
    }

    /// <summary>Makes a reader.</summary>
    /// <param name="http">Has the address as <see cref="HttpClient.BaseAddress"/>, and what the server asks for in its headers, such as <c>Authorization</c>. It is not disposed.</param>
    /// <param name="options">What is read.</param>
    /// <param name="time">The clock of <see cref="ReadLastAsync"/>; <see langword="null"/> means the system's.</param>
    /// <exception cref="ArgumentException">There is no http or https address, or an option is out of its bounds.</exception>
    public PrometheusReader(HttpClient http, PrometheusOptions options, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(options);
        if (http.BaseAddress is not { IsAbsoluteUri: true, Scheme: "http" or "https" })
        {
            throw new ArgumentException("The HttpClient needs the http or https address of Prometheus as its BaseAddress.", nameof(http));
        }

        Check(options);
        (_http, _options, _time) = (http, options, time ?? TimeProvider.System);
    }

    /// <summary>Reads the time until now.</summary>
    /// <param name="window">How far back; at least a step.</param>
    /// <param name="progress">Told after each range; may be <see langword="null"/>.</param>
    /// <param name="cancellationToken">Ends reading at once.</param>
    /// <exception cref="PrometheusException">Prometheus could not be read, or has no such series.</exception>
    public Task<LiveTraffic> ReadLastAsync(TimeSpan window, IProgress<PrometheusProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        DateTimeOffset now = _time.GetUtcNow();
        return ReadAsync(now - window, now, progress, cancellationToken);
    }

    /// <summary>Reads a time. Its ends are moved back to multiples of the step.</summary>
    /// <param name="from">The begin.</param>
    /// <param name="to">The end, at least a step later.</param>
    /// <param name="progress">Told after each range; may be <see langword="null"/>.</param>
    /// <param name="cancellationToken">Ends reading at once.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is shorter than a step, or has more steps than may be kept.</exception>
    /// <exception cref="PrometheusException">Prometheus could not be read, or has no such series.</exception>
    public async Task<LiveTraffic> ReadAsync(DateTimeOffset from, DateTimeOffset to, IProgress<PrometheusProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(to - from, _options.Step, nameof(to));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((to - from) / _options.Step, Math.Min(_options.MaxSamples, int.MaxValue), nameof(to));
        SampleGrid grid = SampleGrid.Between(from, to, _options.Step);
        PrometheusClient client = new(_http, _options.MaxResponseBytes);
        TrafficTable table = new(grid, _options.MaxSamples);
        SortedSet<string> warnings = new(StringComparer.Ordinal);
        (DateTimeOffset First, DateTimeOffset Last)[] ranges = [.. grid.Ranges];
        for (int i = 0; i < ranges.Length; i++)
        {
            using JsonDocument answer = await client.QueryRangeAsync(TrafficQuery.Of(_options), ranges[i].First, ranges[i].Last, grid.Step, cancellationToken).ConfigureAwait(false);
            Add(answer.RootElement, table, warnings);
            progress?.Report(new(i + 1, ranges.Length, table.Series));
        }

        return table.Series > 0
            ? LiveTrafficBuilder.Build(grid, table, [.. warnings.Select(w => $"Prometheus warns: {w}"), .. Gaps(grid, table)])
            : throw new PrometheusException(PrometheusError.NoSeries, $"Prometheus has no series for {TrafficQuery.Of(_options)} in that time. Are the proxies scraped, and do Reporter and Where fit?");
    }

    private static void Add(JsonElement answer, TrafficTable table, SortedSet<string> warnings)
    {
        try
        {
            foreach (JsonElement series in answer.GetProperty("data").GetProperty("result").EnumerateArray())
            {
                table.Add(series);
            }

            if (answer.TryGetProperty("warnings", out JsonElement list) && list.ValueKind == JsonValueKind.Array)
            {
                warnings.UnionWith(list.EnumerateArray().Select(warning => warning.ToString()));
            }
        }
        catch (Exception e) when (e is InvalidOperationException or KeyNotFoundException or IndexOutOfRangeException or FormatException)
        {
            throw new PrometheusException(PrometheusError.NotPrometheus, "A series of the answer is not of the form that Prometheus gives.", e);
        }
    }

    private static IEnumerable<string> Gaps(SampleGrid grid, TrafficTable table)
    {
        if (table.Missing > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{table.Missing} of {grid.Count} times have no value of any series; they are shown as without requests.");
        }

        if (table.Unusable > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{table.Unusable} values are left out: they are no rates, such as NaN, or not at the times asked for.");
        }
    }

    private static void Check(PrometheusOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Step, TimeSpan.FromMilliseconds(1), nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.EffectiveRateWindow, TimeSpan.FromMilliseconds(1), nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxResponseBytes, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxSamples, 1, nameof(options));
        if (options.Where.Keys.FirstOrDefault(label => !LabelName().IsMatch(label)) is { } wrong)
        {
            throw new ArgumentException($"'{wrong}' is no name of a label: letters, digits and _, and no digit first.", nameof(options));
        }
    }

    [GeneratedRegex("^[a-zA-Z_][a-zA-Z0-9_]*\\z")]
    private static partial Regex LabelName();
}
