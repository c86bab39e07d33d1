using System.Globalization;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Simulation.Engine;

/// <summary>Retries, timeouts and limits that hold for the requests of a flow.</summary>
/// <remarks>
/// Istio retries twice by default, on failures before the request was sent (connect-failure, refused-stream, unavailable, cancelled); until
/// 1.24 also on 503 (<c>EXCLUDE_UNSAFE_503_FROM_DEFAULT_RETRY</c>). Hosts tried already are avoided. Specification 5.
/// </remarks>
internal sealed record RouteSettings
{
    public const int HostSelectionAttempts = 5;

    /// <summary>Every how many retries other priorities are taken.</summary>
    public const int RemoteRetryFrequency = 2;

    public static readonly Version Excludes503 = new(1, 24);

    public int Retries { get; init; } = 2;

    public bool RetriesConnectFailures { get; init; } = true;

    public bool RetriesTimeouts { get; init; }

    public bool Retries5xx { get; init; }

    public bool RetriesGatewayErrors { get; init; }

    /// <summary>Gets whether every second retry leaves the priorities that were tried (<c>previous_priorities</c> with a frequency of 2).</summary>
    public bool RetriesRemoteLocalities { get; init; }

    public RetryLimit RetryLimit { get; init; } = RetryLimit.None;

    public RouteStop Stop { get; init; }

    public EquatableList<int> RetriableStatuses { get; init; } = [];

    public double TimeoutSeconds { get; init; } = double.PositiveInfinity;

    public double PerTryTimeoutSeconds { get; init; } = double.PositiveInfinity;

    public double ConnectTimeoutSeconds { get; init; } = 10;

    public double MaxConcurrentRequests { get; init; } = double.PositiveInfinity;

    public double AnswerLimitSeconds => Math.Min(TimeoutSeconds, PerTryTimeoutSeconds);

    public bool RetriesStatus(int status) =>
        (Retries5xx && status is >= 500 and <= 599) || (RetriesGatewayErrors && status is >= 502 and <= 504) || RetriableStatuses.AsSpan().Contains(status);

    /// <summary>Returns the part of the tries that is tried again.</summary>
    public double RetriablePartOf(TryOutcome outcome) =>
        (RetriesConnectFailures ? outcome.Refused + outcome.Unreachable : 0)
        + (RetriesTimeouts ? outcome.TimedOut : 0)
        + (RetriesStatus(outcome.ErrorStatus) ? outcome.Error : 0)
        + (RetriesStatus(503) ? outcome.Overload : 0);

    public static RouteSettings Of(ChosenRoute route, TrafficPolicy? policy, Version? istio)
    {
        (HttpRetry? retries, TimeSpan? timeout, ConnectionPoolSettings? pool) = (route.Route?.Retries, route.Route?.Timeout, policy?.ConnectionPool);
        RouteSettings settings = Retry(retries, istio);
        return settings with
        {
            TimeoutSeconds = timeout?.TotalSeconds ?? double.PositiveInfinity,
            PerTryTimeoutSeconds = retries?.PerTryTimeout?.TotalSeconds ?? double.PositiveInfinity,
            ConnectTimeoutSeconds = Math.Min(pool?.Tcp?.ConnectTimeout?.TotalSeconds ?? 10, timeout?.TotalSeconds ?? double.PositiveInfinity),
            RetriesRemoteLocalities = retries?.RetryRemoteLocalities == true,
            RetryLimit = RetryLimit.Of(policy),
            Stop = route.IsMissing ? RouteStop.NoRoute : RouteStop.Of(route.Route?.Fault),
            MaxConcurrentRequests = Math.Min(Positive(pool?.Http?.Http2MaxRequests), Positive(pool?.Tcp?.MaxConnections)),
        };
    }

    private static RouteSettings Retry(HttpRetry? retries, Version? istio)
    {
        int attempts = retries is null ? 2 : retries.Attempts ?? 0;
        if (string.IsNullOrWhiteSpace(retries?.RetryOn))
        {
            return new() { Retries = attempts, RetriableStatuses = istio is not null && istio < Excludes503 ? [503] : [] };
        }

        string[] conditions = retries.RetryOn.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        bool is5xx = conditions.Contains("5xx");
        bool isGateway = conditions.Contains("gateway-error");
        return new()
        {
            Retries = attempts,
            RetriesConnectFailures = is5xx || isGateway || conditions.Contains("connect-failure"),
            RetriesTimeouts = is5xx || isGateway,
            Retries5xx = is5xx,
            RetriesGatewayErrors = isGateway,
            RetriableStatuses = [.. conditions.Select(c => int.TryParse(c, NumberStyles.None, CultureInfo.InvariantCulture, out int code) ? code : 0).Where(code => code > 0)],
        };
    }

    private static double Positive(int? limit) => limit is > 0 and { } value ? value : double.PositiveInfinity;
}
