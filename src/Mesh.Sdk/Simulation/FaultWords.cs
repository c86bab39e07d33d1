using System.Globalization;

namespace Mesh.Sdk.Simulation;

/// <summary>Faults as text.</summary>
internal static class FaultWords
{
    public static string Of(ScenarioFault fault)
    {
        string where = fault.Cluster is { } cluster ? $" on {cluster}" : "";
        string share = fault.ErrorRatio is { } ratio and < 1 ? string.Create(CultureInfo.InvariantCulture, $" to {100 * ratio:0.##} % of its requests") : "";
        return fault.Kind switch
        {
            FaultKind.Scale => string.Create(CultureInfo.InvariantCulture, $"{fault.Service} is scaled to {fault.Replicas}{where}"),
            FaultKind.Errors => string.Create(CultureInfo.InvariantCulture, $"{fault.Service}{where} answers {fault.Status}{share}"),
            FaultKind.Slow => string.Create(CultureInfo.InvariantCulture, $"{fault.Service}{where} answers {fault.Delay?.TotalSeconds:0.###} s later"),
            FaultKind.BlackHole => $"{fault.Service}{where} swallows all that is sent to it",
            FaultKind.ZoneLost => $"zone {fault.Zone} is lost",
            FaultKind.RegionLost => $"region {fault.Region} is lost",
            FaultKind.ClusterLost => $"cluster {fault.Cluster} is lost",
            FaultKind.ProviderLost => $"provider {fault.Provider} is lost",
            FaultKind.GatewayLost => $"the east-west gateway of {fault.Cluster} is lost",
            FaultKind.Partition => $"{fault.Cluster} and {fault.OtherCluster} no longer reach each other",
            FaultKind.ControlPlaneLost => "the control plane is lost",
            FaultKind.BadRollout => string.Create(CultureInfo.InvariantCulture, $"version {fault.Version} of {fault.Service} answers {fault.Status}{share}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"endpoints reach clients {fault.Delay?.TotalSeconds:0.###} s late"),
        };
    }
}
