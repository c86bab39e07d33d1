using System.Globalization;
using Mesh.Sdk.Kafka.Clients;
using Mesh.Sdk.Kafka.Embedded;
using Mesh.Sdk.Kafka.Replication;

// Mirrors the orders of one cluster to another until its input ends, or it is killed, which is what it is for.
if (args is not [var source, var target, var repeated])
{
    Console.Error.WriteLine("usage: Mesh.Sdk.Kafka.MirrorProcess <bootstrap servers of the source> <those of the target> <most records repeated>");
    return 2;
}

using KafkaClients clients = new([Client("aws", source), Client("gke", target)]);
ReplicationTopology topology = ReplicationTopology.Define(k =>
{
    k.AddCluster("aws", c => c.AtBootstrapServers(source.Split(',')));
    k.AddCluster("gke", c => c.AtBootstrapServers(target.Split(',')));
    k.Mirror("aws", "gke", f => f.KeepOffsetSyncsOnTarget().Topics("orders").WithoutHeartbeats());
});
await using EmbeddedMirror mirror = EmbeddedMirror.Start(topology, clients, new() { MaxRepeatedRecords = long.Parse(repeated, CultureInfo.InvariantCulture) });
await Console.In.ReadToEndAsync();
return 0;

static ClusterClient Client(string alias, string servers) => new(alias, new Dictionary<string, string> { ["bootstrap.servers"] = servers });
