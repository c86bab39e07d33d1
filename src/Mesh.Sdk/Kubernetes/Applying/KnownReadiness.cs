using System.Collections.Frozen;
using Mesh.Sdk.Kubernetes.Answers;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kubernetes.Applying;

/// <summary>When objects of known kinds are ready. Sources: kubectl's <c>rollout status</c>, and the status each API describes.</summary>
internal static class KnownReadiness
{
    public static readonly FrozenDictionary<(string, string), Func<UntypedValue, Readiness>> ByKind = new Dictionary<(string, string), Func<UntypedValue, Readiness>>
    {
        [("apps", "Deployment")] = Deployment,
        [("apps", "StatefulSet")] = StatefulSet,
        [("apps", "DaemonSet")] = DaemonSet,
        [("batch", "Job")] = Job,
        [("", "Service")] = Service,
        [("", "Namespace")] = Namespace,
        [("apiextensions.k8s.io", "CustomResourceDefinition")] = Definition,
        [("kafka.strimzi.io", "Kafka")] = Conditions.AllOf("Ready"),
        [("kafka.strimzi.io", "KafkaNodePool")] = Conditions.Generic,
        [("kafka.strimzi.io", "KafkaConnect")] = Conditions.AllOf("Ready"),
        [("kafka.strimzi.io", "KafkaConnector")] = Conditions.AllOf("Ready"),
        [("kafka.strimzi.io", "KafkaMirrorMaker2")] = Conditions.AllOf("Ready"),
        [("kafka.strimzi.io", "KafkaBridge")] = Conditions.AllOf("Ready"),
        [("kafka.strimzi.io", "KafkaTopic")] = Conditions.AllOf("Ready"),
        [("kafka.strimzi.io", "KafkaUser")] = Conditions.AllOf("Ready"),
        [("gateway.networking.k8s.io", "GatewayClass")] = Conditions.AllOf("Accepted"),
        [("gateway.networking.k8s.io", "Gateway")] = Conditions.AllOf("Accepted", "Programmed"),
        [("gateway.networking.k8s.io", "HTTPRoute")] = Route,
        [("gateway.networking.k8s.io", "GRPCRoute")] = Route,
        [("gateway.networking.k8s.io", "TLSRoute")] = Route,
        [("gateway.networking.k8s.io", "TCPRoute")] = Route,
        [("gateway.networking.k8s.io", "UDPRoute")] = Route,
    }.ToFrozenDictionary();

    private static readonly Readiness NotSeen = Readiness.WaitsFor("its controller has not seen it yet");

    private static Readiness Deployment(UntypedValue live)
    {
        if (!IsSeen(live))
        {
            return NotSeen;
        }

        if (Conditions.Find(live, "Progressing") is { } progressing && progressing.Text("reason") == "ProgressDeadlineExceeded")
        {
            return Readiness.Failed("its rollout has exceeded its progress deadline");
        }

        long wanted = live.Number("spec", "replicas") ?? 1;
        return First(
            Replicas(live, "updatedReplicas", wanted, "updated"),
            Surplus(live),
            Replicas(live, "availableReplicas", wanted, "available"));
    }

    private static Readiness StatefulSet(UntypedValue live)
    {
        if (!IsSeen(live))
        {
            return NotSeen;
        }

        long wanted = live.Number("spec", "replicas") ?? 1;
        if (live.Text("spec", "updateStrategy", "type") == "OnDelete")
        {
            return Replicas(live, "readyReplicas", wanted, "ready");
        }

        long partition = live.Number("spec", "updateStrategy", "rollingUpdate", "partition") ?? 0;
        return First(
            Replicas(live, "readyReplicas", wanted, "ready"),
            Replicas(live, "updatedReplicas", Math.Max(0, wanted - partition), "updated"));
    }

    private static Readiness DaemonSet(UntypedValue live)
    {
        if (!IsSeen(live))
        {
            return NotSeen;
        }

        long wanted = live.Number("status", "desiredNumberScheduled") ?? 0;
        bool isByHand = live.Text("spec", "updateStrategy", "type") == "OnDelete";
        return First(
            isByHand ? Readiness.Ready : Replicas(live, "updatedNumberScheduled", wanted, "updated"),
            Replicas(live, "numberAvailable", wanted, "available"));
    }

    private static Readiness Job(UntypedValue live) =>
        Conditions.IsTrue(live, "Complete") ? Readiness.Ready
        : Conditions.Find(live, "Failed") is { } failed && failed.Text("status") == "True" ? Readiness.Failed($"it has failed{Conditions.Because(failed)}")
        : Readiness.WaitsFor($"{live.Number("status", "succeeded") ?? 0} of {live.Number("spec", "completions") ?? 1} pods have succeeded");

    private static Readiness Service(UntypedValue live) =>
        live.Text("spec", "type") != "LoadBalancer" || live.List("status", "loadBalancer", "ingress").Count > 0
            ? Readiness.Ready
            : Readiness.WaitsFor("its load balancer has no address yet");

    private static Readiness Namespace(UntypedValue live) =>
        live.Text("status", "phase") == "Terminating" ? Readiness.WaitsFor("it is being deleted") : Readiness.Ready;

    private static Readiness Definition(UntypedValue live) =>
        Conditions.Find(live, "NamesAccepted") is { } names && names.Text("status") == "False"
            ? Readiness.Failed($"its names are not accepted{Conditions.Because(names)}")
            : Conditions.Require(live, "Established");

    // Accepted by each parent; until then there is none.
    private static Readiness Route(UntypedValue live)
    {
        EquatableList<UntypedValue> parents = live.List("status", "parents");
        return parents.Count < live.List("spec", "parentRefs").Count
            ? Readiness.WaitsFor($"{parents.Count} of {live.List("spec", "parentRefs").Count} parents have answered")
            : First([.. parents.Select(p => Conditions.Require(live, p.List("conditions"), "Accepted"))]);
    }

    private static bool IsSeen(UntypedValue live) => live.Number("status", "observedGeneration") is { } seen && seen >= live.Number("metadata", "generation");

    private static Readiness Replicas(UntypedValue live, string field, long wanted, string are)
    {
        long there = live.Number("status", field) ?? 0;
        return there >= wanted ? Readiness.Ready : Readiness.WaitsFor($"{there} of {wanted} replicas are {are}");
    }

    private static Readiness Surplus(UntypedValue live)
    {
        long all = live.Number("status", "replicas") ?? 0;
        long updated = live.Number("status", "updatedReplicas") ?? 0;
        return all <= updated ? Readiness.Ready : Readiness.WaitsFor($"{all - updated} old replicas are still there");
    }

    private static Readiness First(params Readiness[] all) => all.FirstOrDefault(r => !r.IsReady) ?? Readiness.Ready;
}
