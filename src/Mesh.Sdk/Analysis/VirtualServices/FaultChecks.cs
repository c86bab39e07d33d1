using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>Puts faults before rules.</summary>
internal static class FaultChecks
{
    private static readonly Rule<HttpFaultInjection>[] FaultRules = [new FaultIsGiven()];
    private static readonly Rule<Percent>[] ShareRules = [new FaultShareIsPercentage()];
    private static readonly Rule<HttpFaultDelay>[] DelayRules = [new DelayIsDuration(), new DelayIsFixed()];

    private static readonly Rule<HttpFaultAbort>[] AbortRules =
        [new AbortGrpcStatusIsKnown(), new AbortIsNotHttp2Error(), new AbortHttpStatusInRange(), new AbortHasStatus()];

    public static IEnumerable<IRule> Rules => [.. FaultRules, .. ShareRules, .. DelayRules, .. AbortRules];

    public static void Check(HttpFaultInjection? fault, Place place)
    {
        if (fault is not null)
        {
            place.Finds(fault, FaultRules);
            Check(fault.Abort, place.Field("abort"));
            Check(fault.Delay, place.Field("delay"));
        }
    }

    public static void Check(HttpFaultAbort? abort, Place place)
    {
        if (abort is not null)
        {
            Check(abort.Percentage, place.Field("percentage"));
            place.Finds(abort, AbortRules);
        }
    }

    public static void Check(HttpFaultDelay? delay, Place place)
    {
        if (delay is not null)
        {
            Check(delay.Percentage, place.Field("percentage"));
            place.Finds(delay, DelayRules);
        }
    }

    private static void Check(Percent? share, Place place)
    {
        if (share is not null)
        {
            place.Finds(share, ShareRules);
        }
    }
}
