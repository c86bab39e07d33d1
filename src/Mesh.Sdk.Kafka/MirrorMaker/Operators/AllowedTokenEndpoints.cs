using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.MirrorMaker.Operators;

/// <summary>Since Kafka 4.0 clients ask only those endpoints for tokens that a property of the JVM names.</summary>
internal static class AllowedTokenEndpoints
{
    private const string Property = "org.apache.kafka.sasl.oauthbearer.allowed.urls";

    /// <summary>Returns <c>jvmOptions</c> for the clusters; <see langword="null"/> if none asks for tokens.</summary>
    public static UntypedValue? Write(IEnumerable<ReplicationCluster> clusters)
    {
        string[] urls = [.. clusters.Select(c => c.Sasl?.TokenEndpoint?.AbsoluteUri).OfType<string>().Distinct().Order(StringComparer.Ordinal)];
        return urls.Length == 0
            ? null
            : Tree.Map(("javaSystemProperties", Tree.List([Tree.Map(("name", Property), ("value", string.Join(',', urls)))])));
    }
}
