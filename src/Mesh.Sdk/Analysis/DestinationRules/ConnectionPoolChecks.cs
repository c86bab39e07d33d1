using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.DestinationRules;

/// <summary>Istio's validation of a connection pool, for every kind that has one.</summary>
internal static class ConnectionPoolChecks
{
    private static readonly Rule<ConnectionPoolSettings>[] PoolRules =
    [
        new PoolIsNotEmpty(),
        new PoolLimitsAreNotNegative(),
        new PoolTimesAreDurations(),
        new UpgradeKeepsNoClientProtocol(),
    ];

    private static readonly KeepAliveIsWhole KeepAliveRule = new();

    public static IEnumerable<IRule> Rules => [.. PoolRules, KeepAliveRule];

    public static void Check(ConnectionPoolSettings? pool, Place place)
    {
        if (pool is null)
        {
            return;
        }

        place.Finds(pool, PoolRules);
        if (pool.Http?.Http2KeepAlive is { } keepAlive)
        {
            KeepAliveRule.Check(keepAlive, place.Field("http").Field("http2KeepAlive"));
        }
    }
}
