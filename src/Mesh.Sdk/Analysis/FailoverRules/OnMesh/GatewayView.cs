using Mesh.Sdk.Resources;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>A cluster that clients of other networks reach through its gateway, and the services behind it.</summary>
internal sealed record GatewayView(MeshCluster Cluster, EquatableList<string> Services, Place Place)
{
    public string Behind => Services.Count <= 3 ? Words.Quoted(Services) : $"{Words.Quoted(Services.Take(3))} and {Words.Count(Services.Count - 3, "other service")}";
}
