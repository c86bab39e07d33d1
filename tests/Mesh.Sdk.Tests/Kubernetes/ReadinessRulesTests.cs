using Mesh.Sdk.Kubernetes;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Tests.Kubernetes;

public sealed class ReadinessRulesTests
{
    private const string Ready = "";

    private const string Unseen = "its controller has not seen it yet";

    private static readonly ResourceReader Reader = new(ResourceKinds.None);

    [TestCase("apps/v1", "Deployment", "spec: {replicas: 3}", Unseen)]
    [TestCase("apps/v1", "Deployment", "spec: {replicas: 3}\nstatus: {observedGeneration: 1, updatedReplicas: 3, replicas: 3, availableReplicas: 3}", Unseen)]
    [TestCase("apps/v1", "Deployment", "spec: {replicas: 3}\nstatus: {observedGeneration: 2, updatedReplicas: 1, replicas: 3}", "1 of 3 replicas are updated")]
    [TestCase("apps/v1", "Deployment", "spec: {replicas: 3}\nstatus: {observedGeneration: 2, updatedReplicas: 3, replicas: 5}", "2 old replicas are still there")]
    [TestCase("apps/v1", "Deployment", "spec: {replicas: 3}\nstatus: {observedGeneration: 2, updatedReplicas: 3, replicas: 3, availableReplicas: 2}", "2 of 3 replicas are available")]
    [TestCase("apps/v1", "Deployment", "spec: {}\nstatus: {observedGeneration: 2, updatedReplicas: 1, replicas: 1, availableReplicas: 1}", Ready)]
    [TestCase("apps/v1", "StatefulSet", "spec: {replicas: 2, updateStrategy: {rollingUpdate: {partition: 1}}}\nstatus: {observedGeneration: 2, readyReplicas: 2, updatedReplicas: 1}", Ready)]
    [TestCase("apps/v1", "StatefulSet", "spec: {replicas: 2}\nstatus: {observedGeneration: 2, readyReplicas: 2, updatedReplicas: 1}", "1 of 2 replicas are updated")]
    [TestCase("apps/v1", "DaemonSet", "status: {observedGeneration: 2, desiredNumberScheduled: 4, updatedNumberScheduled: 4, numberAvailable: 3}", "3 of 4 replicas are available")]
    [TestCase("apps/v1", "DaemonSet", "status: {observedGeneration: 2, desiredNumberScheduled: 4, updatedNumberScheduled: 4, numberAvailable: 4}", Ready)]
    [TestCase("batch/v1", "Job", "spec: {completions: 2}\nstatus: {succeeded: 1}", "1 of 2 pods have succeeded")]
    [TestCase("batch/v1", "Job", "status: {conditions: [{type: Complete, status: 'True'}]}", Ready)]
    [TestCase("v1", "Service", "spec: {type: LoadBalancer}", "its load balancer has no address yet")]
    [TestCase("v1", "Service", "spec: {type: LoadBalancer}\nstatus: {loadBalancer: {ingress: [{ip: 192.0.2.1}]}}", Ready)]
    [TestCase("v1", "Service", "spec: {type: ClusterIP}", Ready)]
    [TestCase("v1", "Namespace", "status: {phase: Terminating}", "it is being deleted")]
    [TestCase("v1", "ConfigMap", "data: {}", Ready)]
    [TestCase("apiextensions.k8s.io/v1", "CustomResourceDefinition", "spec: {}", "it has no condition Established yet")]
    [TestCase("apiextensions.k8s.io/v1", "CustomResourceDefinition", "status: {conditions: [{type: Established, status: 'False', reason: Installing}]}", "its condition Established is False (Installing)")]
    [TestCase("apiextensions.k8s.io/v1", "CustomResourceDefinition", "status: {conditions: [{type: Established, status: 'True'}]}", Ready)]
    [TestCase("kafka.strimzi.io/v1", "Kafka", "spec: {}", "it has no condition Ready yet")]
    [TestCase("kafka.strimzi.io/v1", "KafkaTopic", "status: {observedGeneration: 1, conditions: [{type: Ready, status: 'True'}]}", Unseen)]
    [TestCase("kafka.strimzi.io/v1", "KafkaMirrorMaker2", "status: {observedGeneration: 2, conditions: [{type: NotReady, status: 'True'}]}", "it has no condition Ready yet")]
    [TestCase("kafka.strimzi.io/v1", "KafkaUser", "status: {observedGeneration: 2, conditions: [{type: Ready, status: 'True'}]}", Ready)]
    [TestCase("gateway.networking.k8s.io/v1", "Gateway", "status: {conditions: [{type: Accepted, status: 'True', observedGeneration: 2}, {type: Programmed, status: 'True', observedGeneration: 1}]}", Unseen)]
    [TestCase("gateway.networking.k8s.io/v1", "Gateway", "status: {conditions: [{type: Accepted, status: 'True', observedGeneration: 2}, {type: Programmed, status: 'True', observedGeneration: 2}]}", Ready)]
    [TestCase("gateway.networking.k8s.io/v1", "HTTPRoute", "spec: {parentRefs: [{name: a}, {name: b}]}\nstatus: {parents: [{conditions: [{type: Accepted, status: 'True'}]}]}", "1 of 2 parents have answered")]
    [TestCase("gateway.networking.k8s.io/v1", "HTTPRoute", "spec: {parentRefs: [{name: a}]}\nstatus: {parents: [{conditions: [{type: Accepted, status: 'False', reason: NotAllowed}]}]}", "its condition Accepted is False (NotAllowed)")]
    [TestCase("example.org/v1", "Widget", "status: {conditions: [{type: Ready, status: Unknown}]}", "its condition Ready is Unknown")]
    [TestCase("example.org/v1", "Widget", "status: {observedGeneration: 1}", Unseen)]
    [TestCase("example.org/v1", "Widget", "status: {phase: Anything}", Ready)]
    public void An_object_says_what_it_waits_for(string apiVersion, string kind, string fields, string reason)
    {
        Readiness state = ReadinessRules.Default.Check(Live(apiVersion, kind, fields));

        (state.IsReady, state.HasFailed, state.Reason).Should().Be((reason == Ready, false, reason));
    }

    [TestCase("apps/v1", "Deployment", "status: {observedGeneration: 2, conditions: [{type: Progressing, status: 'False', reason: ProgressDeadlineExceeded}]}", "its rollout has exceeded its progress deadline")]
    [TestCase("batch/v1", "Job", "status: {conditions: [{type: Failed, status: 'True', reason: BackoffLimitExceeded}]}", "it has failed (BackoffLimitExceeded)")]
    [TestCase("apiextensions.k8s.io/v1", "CustomResourceDefinition", "status: {conditions: [{type: NamesAccepted, status: 'False', reason: PluralConflict}]}", "its names are not accepted (PluralConflict)")]
    public void An_object_that_will_not_become_ready_says_so(string apiVersion, string kind, string fields, string reason)
    {
        Readiness state = ReadinessRules.Default.Check(Live(apiVersion, kind, fields));

        (state.IsReady, state.HasFailed, state.Reason).Should().Be((false, true, reason));
    }

    [Test]
    public void A_rule_of_ones_own_takes_the_place_of_the_known_one()
    {
        ReadinessRules rules = ReadinessRules.Default.With("apps", "Deployment", _ => Readiness.WaitsFor("rain"));

        rules.Check(Live("apps/v1", "Deployment", "spec: {}")).Reason.Should().Be("rain");
    }

    private static IResource Live(string apiVersion, string kind, string fields) =>
        Reader.Read($"apiVersion: {apiVersion}\nkind: {kind}\nmetadata: {{name: one, generation: 2}}\n{fields}\n")[0];
}
