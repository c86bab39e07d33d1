using System.Text.Json;
using Mesh.Sdk.Attachment;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Tests.Attachment;

public sealed class MeshStatusTests
{
    private static readonly MeshStatus Article = new()
    {
        Clusters =
        [
            Cluster("waynz0r-1009-02-aws", MeshClusterRole.Host, "15.236.163.90") with { RemoteSecret = RemoteSecretState.NotNeeded, ControlPlane = null, IstioVersion = "1.7.3" },
            Cluster("waynz0r-1009-01-aws", MeshClusterRole.Peer, "3.11.47.43"),
            Cluster("waynz0r-1009-01-gke", MeshClusterRole.Peer, "35.197.239.240") with { TokenExpiresAt = DateTimeOffset.UnixEpoch },
        ],
    };

    [Test]
    public void The_table_is_that_of_the_article() =>
        Article.ToTable().Should().Be("""
            Name                 Type  Status     Gateway Address   Istio Control Plane   Message
            waynz0r-1009-02-aws  Host  Available  [15.236.163.90]   -
            waynz0r-1009-01-aws  Peer  Available  [3.11.47.43]      cp-v17x.istio-system
            waynz0r-1009-01-gke  Peer  Available  [35.197.239.240]  cp-v17x.istio-system

            """.ReplaceLineEndings("\n"));

    [Test]
    public void The_wide_table_adds_versions_and_credentials() =>
        Article.ToWideTable().Split('\n')[3].Should().EndWith("cp-v17x.istio-system  v1.36.4     -      Synced         1970-01-01 00:00:00Z");

    [Test]
    public void A_message_stays_in_its_line() =>
        (Article with { Clusters = [Article.Clusters[0] with { Message = "two\nlines\u001b[31m" }] }).ToTable().Split('\n').Should().HaveCount(3).And.NotContain(l => l.Contains('\u001b'));

    [Test]
    public void Json_and_yaml_say_the_same()
    {
        JsonElement last = JsonDocument.Parse(Article.ToJson()).RootElement[2];

        last.GetProperty("name").GetString().Should().Be("waynz0r-1009-01-gke");
        last.GetProperty("gatewayAddress")[0].GetString().Should().Be("35.197.239.240");
        last.GetProperty("tokenExpiresAt").GetString().Should().Be("1970-01-01T00:00:00Z");
        last.GetProperty("istioVersion").ValueKind.Should().Be(JsonValueKind.Null);
        Article.ToYaml().Should().StartWith("- name: waynz0r-1009-02-aws\n  type: Host\n  status: Available\n  gatewayAddress:\n  - 15.236.163.90\n")
            .And.Contain("  tokenExpiresAt: \"1970-01-01T00:00:00Z\"\n");
    }

    private static ClusterStatus Cluster(string name, MeshClusterRole type, string address) => new()
    {
        Name = name,
        Type = type,
        Status = MeshClusterState.Available,
        GatewayAddresses = [address],
        ControlPlane = "cp-v17x.istio-system",
        IsReachable = true,
        KubernetesVersion = "v1.36.4",
        RemoteSecret = RemoteSecretState.Synced,
    };
}
