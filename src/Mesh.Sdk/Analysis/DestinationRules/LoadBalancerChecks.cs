using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.DestinationRules;

/// <summary>Istio's validation of load balancing.</summary>
internal static class LoadBalancerChecks
{
    private static readonly LocalitySettingIsOne SettingRule = new();

    private static readonly Rule<ConsistentHashLoadBalancer>[] HashRules = [new RingSizeHasMoved(), new RingSizeStandsOnce()];

    private static readonly Rule<HttpCookie>[] CookieRules = [new CookieHasName(), new CookieAttributeHasName(), new CookieAttributesDiffer()];

    private static readonly Rule<MaglevHash>[] MaglevRules = [new MaglevTableHasSize(), new MaglevTableIsNotTooLarge(), new MaglevTableIsPrime()];

    private static readonly Rule<WarmupConfiguration>[] WarmupRules = [new WarmupTimeIsDuration(), new WarmupPercentInRange(), new WarmupGrows()];

    public static IEnumerable<IRule> Rules =>
        [SettingRule, .. HashRules, .. CookieRules, .. MaglevRules, .. WarmupRules, .. LocalityChecks.Rules, .. ZoneAwareChecks.Rules];

    /// <summary>Looks at the settings; failover takes the outlier detection that stands beside them.</summary>
    public static void Check(LoadBalancerSettings? settings, OutlierDetection? outlierDetection, Place place)
    {
        if (settings is null)
        {
            return;
        }

        SettingRule.Check(settings, place);
        CheckHash(settings.ConsistentHash, place.Field("consistentHash"));
        LocalityChecks.Check(settings.LocalityLbSetting, outlierDetection, place.Field("localityLbSetting"));
        ZoneAwareChecks.Check(settings.ZoneAwareLbSetting, outlierDetection, place.Field("zoneAwareLbSetting"));
        if (settings.Warmup is { } warmup)
        {
            place.Field("warmup").Finds(warmup, WarmupRules);
        }
    }

    private static void CheckHash(ConsistentHashLoadBalancer? hash, Place place)
    {
        if (hash is null)
        {
            return;
        }

        place.Finds(hash, HashRules);
        if (hash.HttpCookie is { } cookie)
        {
            place.Field("httpCookie").Finds(cookie, CookieRules);
        }

        if (hash.Maglev is { } maglev)
        {
            place.Field("maglev").Finds(maglev, MaglevRules);
        }
    }
}
