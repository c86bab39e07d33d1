using Mesh.Sdk.Resources;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>A cluster that clients of other networks reach through its gateway, and the services behind it.</summary>
internal sealed record GatewayView(MeshCluster Cluster, EquatableList<string> Services, Place Place)
{
    /// <summary>Gets what to do in objects; <see langword="null"/> if the cluster stands in a definition.</summary>
    public string? Advice => Place.Key == default ? null : ObjectAdvice.AddGateway(Cluster, Place.Key);

    public string Behind => Services.Count <= 3 ? Words.Quoted(Services) : $"{Words.Quoted(Services.Take(3))} and {Words.Count(Services.Count - 3, "other service")}";
}
