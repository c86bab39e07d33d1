using static Mesh.Sdk.Tests.Analysis.Inferred.Fleet;

namespace Mesh.Sdk.Tests.Analysis.Inferred;

/// <summary>Whatever starts pods is seen, in the number and places that it says.</summary>
public sealed class InferredWorkloadTests
{
    private static readonly string[] Kinds = ["StatefulSet", "ReplicaSet", "Rollout", "ReplicationController"];

    [Test]
    public void Sound_clusters_have_no_finding() => Pair(Deployment(3), Deployment(3)).Codes().Should().BeEmpty();

    [TestCaseSource(nameof(Kinds))]
    public void Workloads_of_every_kind_run_their_replicas(string kind)
    {
        Pair(Deployment(3), Of(kind, 3)).Codes().Should().BeEmpty();
        Pair(Deployment(3), Of(kind, 0)).Codes().Should().Contain("MESH2150");
    }

    [Test]
    public void A_daemon_set_runs_on_every_node_that_takes_it()
    {
        string set = Of("DaemonSet", 0);

        Pair(Deployment(3), set + Node("n2", "eu-west-2") + Node("n3", "eu-west-2")).Codes().Should().BeEmpty();
        Pair(Deployment(30), set).Codes().Should().Contain("MESH2151");
    }

    [Test]
    public void Single_pods_run_once_unless_they_are_over()
    {
        Pair(Deployment(1), Pod("Running")).Codes().Should().NotContain("MESH2150");
        Pair(Deployment(1), Pod("Succeeded")).Codes().Should().Contain("MESH2150");
    }

    [Test]
    public void Pods_that_a_workload_made_are_counted_once()
    {
        string made = Pod("Running").Replace("namespace: shop,", "namespace: shop, ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: orders-7d, uid: u, controller: true}],", StringComparison.Ordinal);

        Pair(Deployment(4), Deployment(5) + made).The("MESH2151").Message.Should().Contain("1 replicas");
    }

    [Test]
    public void Autoscalers_tell_the_least_number_and_may_add_more()
    {
        Pair(Deployment(6), Deployment(null) + Autoscaler(min: 6, max: 8)).Codes().Should().BeEmpty();
        Pair(Deployment(6), Deployment(null) + Autoscaler(min: 1, max: 12)).Codes().Should().NotContain("MESH2151");
        Pair(Deployment(30), Deployment(null) + Autoscaler(min: 2, max: 4)).Codes().Should().Contain("MESH2151");
    }

    [Test]
    public void What_an_autoscaler_decides_is_changed_there() =>
        Pair(Deployment(30), Deployment(null) + Autoscaler(min: 2, max: 4)).The("MESH2151").Remedy
            .Should().Contain("spec.minReplicas of HorizontalPodAutoscaler shop/orders in cluster 'b'").And.NotContain("RunsOn");

    [Test]
    public void A_service_that_may_be_scaled_to_none_is_not_counted()
    {
        Pair(Deployment(30), Deployment(null) + Keda(min: 0)).Codes().Should().BeEmpty();
        Pair(Deployment(30), Deployment(null) + Keda(min: 2, max: 4)).Codes().Should().Contain("MESH2151");
    }

    [Test]
    public void A_workload_of_an_unknown_kind_is_not_counted() => Pair(Deployment(30), Of("CloneSet", 1)).Codes().Should().BeEmpty();

    [Test]
    public void The_ejection_limit_is_computed_on_what_autoscalers_keep_running()
    {
        string rule = Rule("{consecutive5xxErrors: 5}");
        string[] both = [Orders, Client, Deployment(null), Autoscaler(min: 12, max: 20), rule];

        new Fleet().With("a", [Node("n1", "eu-west-1"), .. both]).With("b", [Node("n1", "eu-west-2"), .. both]).Codes().Should().NotContain("MESH2102");
    }

    [Test]
    public void A_cluster_of_several_regions_is_looked_at_region_by_region()
    {
        string nodes = Node("n1", "eu-west-1", "eu-west-1a") + Node("n2", "eu-west-2", "eu-west-2a");

        new Fleet().With("a", nodes, Orders, Client, Deployment(6), Rule()).Codes().Should().BeEmpty();
        new Fleet().With("a", nodes, Orders, Client, Deployment(6, pod: ", nodeSelector: {topology.kubernetes.io/region: eu-west-1}"), Rule())
            .The("MESH2150").Path.Should().Be("spec.trafficPolicy.loadBalancer.localityLbSetting.failover[0].to");
    }

    [Test]
    public void Required_affinity_says_on_which_nodes_pods_run()
    {
        const string affinity = ", affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [{matchExpressions: [{key: topology.kubernetes.io/region, operator: NotIn, values: [eu-west-2]}]}]}}}";

        new Fleet().With("a", Node("n1", "eu-west-1"), Node("n2", "eu-west-2"), Orders, Client, Deployment(6, pod: affinity), Rule()).Codes().Should().Contain("MESH2150");
    }

    [Test]
    public void Losing_a_region_of_a_cluster_is_an_outage_of_its_own() =>
        new Fleet()
            .With("a", Node("n1", "eu-west-1"), Node("n2", "eu-west-2"), Orders, Client, Deployment(20), Rule("{consecutive5xxErrors: 5, maxEjectionPercent: 10}"))
            .The("MESH2156").Message.Should().Contain("region eu-west-");

    private static Fleet Pair(string a, string b) => new Fleet()
        .With("a", Node("n1", "eu-west-1"), Orders, Client, Rule(), a)
        .With("b", Node("n1", "eu-west-2"), Orders, Client, Rule(), b);

    private static string Of(string kind, int replicas) => Deployment(replicas)
        .Replace("kind: Deployment", $"kind: {kind}", StringComparison.Ordinal)
        .Replace("apps/v1", kind switch { "Rollout" => "argoproj.io/v1alpha1", "ReplicationController" => "v1", "CloneSet" => "apps.kruise.io/v1alpha1", _ => "apps/v1" }, StringComparison.Ordinal);

    private static string Keda(int min, int max = 10) => $$$"""

        ---
        apiVersion: keda.sh/v1alpha1
        kind: ScaledObject
        metadata: {name: orders, namespace: shop}
        spec: {scaleTargetRef: {name: orders}, minReplicaCount: {{{min}}}, maxReplicaCount: {{{max}}}}
        """;
}
