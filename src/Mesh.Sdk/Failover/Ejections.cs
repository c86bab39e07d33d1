using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Failover;

/// <summary>Ejects failing hosts, in the order of the groups, as long as the limit over all hosts of the service allows.</summary>
/// <remarks>Specification 7.3. In which order hosts reach their threshold is open; the order of the groups makes the answer one.</remarks>
internal sealed record Ejections(EquatableList<EndpointGroup> Groups, int Failing, int Ejected)
{
    public static Ejections Apply(EquatableList<EndpointGroup> groups, EnvoyOutlierDetection? detection)
    {
        int hosts = groups.Sum(group => group.Hosts.Count);
        int failing = groups.Sum(group => group.Hosts.Count(IsFailing));
        if (failing == 0 || detection is null || !Detects(detection))
        {
            return new(groups, failing, 0);
        }

        int ejected = 0;
        EndpointGroup[] after = [.. groups];
        for (int g = 0; g < after.Length; g++)
        {
            UpstreamHost[] list = [.. after[g].Hosts];
            for (int h = 0; h < list.Length; h++)
            {
                if (IsFailing(list[h]) && EjectionLimit.Allows(ejected, hosts, detection.MaxEjectionPercent))
                {
                    list[h] = list[h] with { IsHealthy = false };
                    ejected++;
                }
            }

            after[g] = after[g] with { Hosts = [.. list] };
        }

        return new([.. after], failing, ejected);
    }

    // A failing host answers 503, which both detectors count unless other codes are named.
    private static bool Detects(EnvoyOutlierDetection detection) =>
        (detection.EffectiveConsecutive5xx ?? detection.EffectiveConsecutiveGatewayFailure) is not null
        && (!detection.HttpErrorCodes.IsSet || detection.HttpErrorCodes.Contains(503));

    private static bool IsFailing(UpstreamHost host) => host is { IsHealthy: true, ErrorRatio: >= 1 };
}
