using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Simulation.Engine;

/// <summary>How many retries may be under way at the same time; what is more fails as the try before did (Envoy's <c>upstream_rq_retry_overflow</c>).</summary>
/// <param name="Most">The limit; without a budget the only one.</param>
/// <param name="BudgetRatio">Which part of the requests under way may be retries besides, 0 to 1.</param>
/// <remarks>Source: DestinationRule, <c>connectionPool.http.maxRetries</c> and <c>retryBudget</c>, which replaces it (20 % and 3 by default).</remarks>
internal readonly record struct RetryLimit(double Most, double BudgetRatio)
{
    public static readonly RetryLimit None = new(double.PositiveInfinity, 0);

    public static RetryLimit Of(TrafficPolicy? policy)
    {
        if (policy?.RetryBudget is { } budget)
        {
            return new(budget.MinRetryConcurrency ?? 3, (budget.Percent ?? 20) / 100);
        }

        return policy?.ConnectionPool?.Http?.MaxRetries is > 0 and { } most ? new(most, 0) : None;
    }

    /// <summary>Returns which part of the retries may happen, 0 to 1, when so many requests per second are sent.</summary>
    public double Permit(Func<double, RequestOutcome> compute, double rate)
    {
        if (Holds(compute(1), rate))
        {
            return 1;
        }

        double low = 0;
        double high = 1;
        for (int i = 0; i < 40; i++)
        {
            double middle = (low + high) / 2;
            (low, high) = Holds(compute(middle), rate) ? (middle, high) : (low, middle);
        }

        return low;
    }

    private bool Holds(RequestOutcome outcome, double rate) =>
        rate * outcome.RetrySeconds <= Math.Max(Most, BudgetRatio * rate * outcome.LatencySeconds);
}
