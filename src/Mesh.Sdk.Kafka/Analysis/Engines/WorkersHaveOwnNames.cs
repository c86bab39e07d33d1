using Mesh.Sdk.Analysis;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kafka.Analysis.Views;
using Mesh.Sdk.Kafka.Replication;

namespace Mesh.Sdk.Kafka.Analysis.Engines;

/// <summary>The workers of several flows into a target have names of their own.</summary>
internal sealed class WorkersHaveOwnNames : Rule<ReplicationModel>
{
    private static readonly string[] Names = ["group.id", "config.storage.topic", "offset.storage.topic", "status.storage.topic"];

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH5311",
        DiagnosticSeverity.Error,
        "The cluster '{0}' sets {1} for the workers of {2} flows into it, which then share it and fight, or mirror nothing.",
        "Take the setting away; each flow has names of its own by default.");

    public override void Check(ReplicationModel value, Place place)
    {
        if (value.Options.Engine is MirrorMakerEngine.Connect or MirrorMakerEngine.Strimzi)
        {
            return;
        }

        foreach (ReplicationCluster cluster in value.Topology.Clusters)
        {
            int flows = value.Flows.Count(f => f.Flow.Target == cluster.Alias);
            foreach (string name in Names.Where(name => flows > 1 && cluster.Settings.ContainsKey(name)))
            {
                place.Field("clusters").Entry(cluster.Alias).Field("settings").Entry(name).Report(Descriptor, cluster.Alias, name, flows);
            }
        }
    }
}
