using System.Globalization;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Simulation;

/// <summary>What a simulation takes for granted, for the report.</summary>
internal static class Assumptions
{
    public static EquatableList<string> Of(Scenario scenario) =>
    [
        string.Create(CultureInfo.InvariantCulture, $"Clients learn of changed endpoints {scenario.DiscoveryDelay.TotalSeconds:0.###} s after the change."),
        string.Create(CultureInfo.InvariantCulture, $"Pods that are told to end answer for {scenario.DrainTime.TotalSeconds:0.###} s more (Istio's terminationDrainDuration); after that, connections to them are refused, which Istio's default retry policy tries again elsewhere in the same load."),
        "The API server of a lost cluster tells nothing any more, so the control plane keeps its endpoints: only outlier detection takes them out.",
        string.Create(CultureInfo.InvariantCulture, $"Pods of a lost zone count as not ready {scenario.NodeGracePeriod.TotalSeconds:0.###} s after their nodes went silent."),
        "All control planes know the same endpoints at the same time.",
        "The requests of a client are those of one proxy, which alone counts failures; several proxies of one place see a part of the failures each and eject later.",
        "An east-west gateway passes connections on to the ready endpoints behind it in turn, and does not retry.",
        "Clients inside a lost cluster send nothing: where their users go is decided before the mesh.",
        "Istio switches Envoy's success rate and failure percentage detection off, so only failures in a row eject hosts.",
        "Requests are plain (GET / without headers) unless the scenario says more; the first route that leads to the service and whose conditions they meet takes them. Retries follow at once, without back-off.",
        "Answers take as long as the scenario says, without spread; connections to what swallows them time out after connectTimeout, 10 s by default.",
    ];
}
