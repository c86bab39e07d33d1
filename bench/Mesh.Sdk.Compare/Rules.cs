using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Compare;

/// <summary>The objects that every peer writes and reads.</summary>
internal static class Rules
{
    public static DestinationRule[] Make(int count)
    {
        DestinationRule[] rules = new DestinationRule[count];
        for (int i = 0; i < count; i++)
        {
            rules[i] = MakeOne(i);
        }

        return rules;
    }

    private static DestinationRule MakeOne(int i) => new()
    {
        Metadata = new($"service-{i}", "demo"),
        Spec = new()
        {
            Host = $"service-{i}.demo.svc.cluster.local",
            TrafficPolicy = new()
            {
                LoadBalancer = new() { LocalityLbSetting = new() { Enabled = true, Failover = [new() { From = "eu-west-3", To = "eu-west-2" }] } },
                OutlierDetection = new()
                {
                    Consecutive5xxErrors = 7,
                    Interval = TimeSpan.FromMinutes(5),
                    BaseEjectionTime = TimeSpan.FromMinutes(15),
                    MaxEjectionPercent = 100,
                },
            },
        },
    };
}
