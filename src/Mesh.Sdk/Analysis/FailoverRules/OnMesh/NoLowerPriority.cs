using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Failover;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>If every host may be ejected and there is no lower priority, a burst of errors empties the service.</summary>
/// <remarks>Source: istio/istio#20135, envoyproxy/envoy#2671; specification 6.3, 7.3.</remarks>
internal sealed class NoLowerPriority : Rule<ServiceView>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2108",
        DiagnosticSeverity.Warning,
        "All {1} hosts of '{0}' that {2} sees may be ejected at once, and they make up its only priority: when all are, every request fails with 503 although hosts still run.",
        "Run the service in a second region (RunsOn) or zone, or limit ejection below 100 percent (UpTo).");

    public override void Check(ServiceView value, Place place)
    {
        if (!value.Target.IsCounted || !value.Target.IsPlaced)
        {
            return;
        }

        ClientView? client = value.Clients.FirstOrDefault(c => c.Answer is { OutlierDetection: not null, PanicThresholdPercent: 0, Hosts.Count: > 1 } answer
            && answer.MaxEjectedHosts >= answer.Hosts.Count
            && answer.Priorities.Count(p => p.Hosts > 0) == 1
            && IsOneCluster(answer));
        if (client is not null)
        {
            value.Places.Detection.WithRemedy(value.Advice?.AddPlace()).Report(Descriptor, value.Target.Name, client.Answer.Hosts.Count, client.Name);
        }
    }

    // A priority that spans clusters is empty only if the service fails in all of them.
    private static bool IsOneCluster(TrafficAnswer answer) => answer.Hosts.SelectMany(h => h.Host.ClusterRatios.Keys).Distinct().Count() < 2;
}
