using System.Globalization;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Simulation.Engine;

/// <summary>Retries, timeouts and limits that hold for the requests of a flow.</summary>
/// <remarks>
/// Istio retries twice by default, on failures before the request was sent (connect-failure, refused-stream, unavailable, cancelled); until
/// 1.24 also on 503 (<c>EXCLUDE_UNSAFE_503_FROM_DEFAULT_RETRY</c>). Hosts tried already are avoided. Specification 5.
/// </remarks>
internal sealed record RouteSettings
{
    public const int HostSelectionAttempts = 5;

    public static readonly Version Excludes503 = new(1, 24);

    public int Retries { get; init; } = 2;

    public bool RetriesConnectFailures { get; init; } = true;

    public bool RetriesTimeouts { get; init; }

    public bool Retries5xx { get; init; }

    public bool RetriesGatewayErrors { get; init; }

    public IReadOnlyList<int> RetriableStatuses { get; init; } = [];

    public double TimeoutSeconds { get; init; } = double.PositiveInfinity;

    public double PerTryTimeoutSeconds { get; init; } = double.PositiveInfinity;

    public double ConnectTimeoutSeconds { get; init; } = 10;

    public double MaxConcurrentRequests { get; init; } = double.PositiveInfinity;

    public double AnswerLimitSeconds => Math.Min(TimeoutSeconds, PerTryTimeoutSeconds);

    public bool RetriesStatus(int status) =>
        (Retries5xx && status is >= 500 and <= 599) || (RetriesGatewayErrors && status is >= 502 and <= 504) || RetriableStatuses.Contains(status);

    public static RouteSettings Of(HttpRetry? retries, TimeSpan? timeout, ConnectionPoolSettings? pool, Version? istio)
    {
        RouteSettings settings = Retry(retries, istio);
        return settings with
        {
            TimeoutSeconds = timeout?.TotalSeconds ?? double.PositiveInfinity,
            PerTryTimeoutSeconds = retries?.PerTryTimeout?.TotalSeconds ?? double.PositiveInfinity,
            ConnectTimeoutSeconds = Math.Min(pool?.Tcp?.ConnectTimeout?.TotalSeconds ?? 10, timeout?.TotalSeconds ?? double.PositiveInfinity),
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
