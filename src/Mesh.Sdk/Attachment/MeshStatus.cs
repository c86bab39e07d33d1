using Mesh.Sdk.Attachment.Formats;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Attachment;

/// <summary>How the clusters of a mesh are.</summary>
public sealed record MeshStatus
{
    /// <summary>Gets the clusters in the order of their declaration.</summary>
    public required EquatableList<ClusterStatus> Clusters { get; init; }

    /// <summary>Gets whether every cluster is available.</summary>
    public bool IsAvailable => Clusters.All(c => c.Status == MeshClusterState.Available);

    /// <summary>Returns the table of <c>backyards istio cluster status</c>.</summary>
    public string ToTable() => StatusTable.Of(this, isWide: false);

    /// <summary>Returns that table with versions, credentials and their end.</summary>
    public string ToWideTable() => StatusTable.Of(this, isWide: true);

    /// <summary>Returns a list of clusters as indented JSON.</summary>
    public string ToJson() => StatusTree.ToJson(this);

    /// <summary>Returns a list of clusters as YAML.</summary>
    public string ToYaml() => StatusTree.ToYaml(this);

    /// <summary>Returns the table.</summary>
    public override string ToString() => ToTable();
}
