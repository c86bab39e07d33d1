using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.DestinationRules;

/// <summary>Istio's validation of outlier detection.</summary>
internal static class OutlierDetectionChecks
{
    private static readonly Rule<OutlierDetection>[] BlockRules =
    [
        new BaseEjectionTimeIsDuration(),
        new OutlierIntervalIsDuration(),
        new EjectionLimitInRange(),
        new MinHealthInRange(),
        new LocalFailuresAreSplit(),
        new ConsecutiveErrorsAreGone(),
    ];

    public static IEnumerable<IRule> Rules => BlockRules;

    public static void Check(OutlierDetection? value, Place place)
    {
        if (value is not null)
        {
            place.Finds(value, BlockRules);
        }
    }
}
