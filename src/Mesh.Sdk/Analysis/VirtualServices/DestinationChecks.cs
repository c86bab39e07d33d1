using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>Puts destinations and their shares before rules.</summary>
internal static class DestinationChecks
{
    private static readonly Rule<Destination>[] DestinationRules = [new DestinationHostIsDomain(), new DestinationSubsetIsLabel(), new DestinationPortInRange()];
    private static readonly Rule<WeightedDestination>[] ShareRules = [new RouteHasDestination(), new WeightIsNotNegative()];
    private static readonly Rule<IReadOnlyList<WeightedDestination?>>[] SharesRules = [new WeightsAreNotAllZero()];

    public static IEnumerable<IRule> Rules => [.. DestinationRules, .. ShareRules, .. SharesRules];

    public static void Check(Destination? destination, Place place)
    {
        if (destination is not null)
        {
            place.Finds(destination, DestinationRules);
        }
    }

    public static void Check(EquatableList<RouteDestination> shares, Place place) => CheckAll([.. shares.Select(WeightedDestination.Of)], place);

    public static void Check(EquatableList<HttpRouteDestination> shares, Place place)
    {
        CheckAll([.. shares.Select(WeightedDestination.Of)], place);
        for (int i = 0; i < shares.Count; i++)
        {
            HeaderChecks.Check(shares[i]?.Headers, place.Item(i).Field("headers"));
        }
    }

    private static void CheckAll(WeightedDestination?[] shares, Place place)
    {
        for (int i = 0; i < shares.Length; i++)
        {
            if (shares[i] is { } share)
            {
                place.Item(i).Finds(share, ShareRules);
                Check(share.Destination, place.Item(i).Field("destination"));
            }
        }

        place.Finds<IReadOnlyList<WeightedDestination?>>(shares, SharesRules);
    }
}
