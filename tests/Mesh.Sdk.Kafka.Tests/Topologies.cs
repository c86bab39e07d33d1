using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Settings;

namespace Mesh.Sdk.Kafka.Tests;

/// <summary>Topologies that several tests look at.</summary>
internal static class Topologies
{
    /// <summary>Gets one with every way to log in, flows of several shapes, and settings of every type.</summary>
    public static ReplicationTopology Rich { get; } = ReplicationTopology.Define(k =>
    {
        k.AddCluster("aws", c => c
            .AtBootstrapServers("kafka-1.aws.example.org:9093", "kafka-2.aws.example.org:9093")
            .WithTls(new("aws-ca", "ca.crt"))
            .WithClientCertificate(new("aws-client", "tls.crt"), new("aws-client", "tls.key")));
        k.AddCluster("gke", c => c
            .AtBootstrapServers("kafka.gke.example.org:9093")
            .WithTls()
            .WithOAuth(new Uri("https://login.example.org/token"), "mirror\\maker", new("gke-oauth", "secret"), scope: "kafka \"all\"")
            .WithWorker(WorkerSettings.OffsetFlushIntervalMs, TimeSpan.FromSeconds(5))
            .WithProducer("linger.ms", "100"));
        k.AddCluster("onprem", c => c.AtBootstrapServers("10.0.0.1:9092").WithScramSha256("mirror", new("onprem", "password")));
        k.MirrorBothWays("aws", "gke", f => f.ForDisasterRecovery().Topics("orders", "payments\\..*").Groups("checkout.*").WithDefaultPolicy("_").WriteExactlyOnce());
        k.Mirror("gke", "onprem", f => f.EmitHeartbeats(TimeSpan.FromSeconds(5)).WithTasks(4).With(ConnectorSettings.UseDefaultsFrom, "source"));
        k.Mirror("onprem", "aws", f => f.WithoutHeartbeats().WithoutAclSync().WithProducer("linger.ms", "50"));
    });
}
