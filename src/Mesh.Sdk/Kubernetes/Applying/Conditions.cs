using Mesh.Sdk.Kubernetes.Answers;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kubernetes.Applying;

/// <summary>Reads <c>status.conditions</c> and <c>observedGeneration</c>.</summary>
internal static class Conditions
{
    /// <summary>Holds for kinds that nothing is known of: a controller that speaks must have seen the object and not call it unready.</summary>
    public static Readiness Generic(UntypedValue live) =>
        live.Fields["status"] is null ? Readiness.Ready
        : Unseen(live) ?? (Find(live, "Ready") is null ? Readiness.Ready : Require(live, "Ready"));

    /// <summary>Holds for kinds whose controller sets conditions: all of these must be true.</summary>
    public static Func<UntypedValue, Readiness> AllOf(params string[] types) => live =>
        Unseen(live) ?? types.Select(t => Require(live, t)).FirstOrDefault(r => !r.IsReady) ?? Readiness.Ready;

    /// <summary>Tells whether the controller has yet to see the object as it is; <see langword="null"/> if it has.</summary>
    public static Readiness? Unseen(UntypedValue live) =>
        live.Number("status", "observedGeneration") is { } seen && seen < live.Number("metadata", "generation")
            ? Readiness.WaitsFor("its controller has not seen it yet")
            : null;

    /// <summary>Requires that a condition is true, and of this generation where it says of which it is.</summary>
    public static Readiness Require(UntypedValue live, string type) => Require(live, live.List("status", "conditions"), type);

    /// <summary>Requires the same of conditions that stand somewhere else.</summary>
    public static Readiness Require(UntypedValue live, EquatableList<UntypedValue> conditions, string type) => conditions.FirstOrDefault(c => c.Text("type") == type) switch
    {
        null => Readiness.WaitsFor($"it has no condition {type} yet"),
        var c when c.Number("observedGeneration") < live.Number("metadata", "generation") => Readiness.WaitsFor("its controller has not seen it yet"),
        var c when c.Text("status") == "True" => Readiness.Ready,
        var c => Readiness.WaitsFor($"its condition {type} is {c.Text("status")}{Because(c)}"),
    };

    public static UntypedValue? Find(UntypedValue live, string type) => live.List("status", "conditions").FirstOrDefault(c => c.Text("type") == type);

    public static bool IsTrue(UntypedValue live, string type) => Find(live, type)?.Text("status") == "True";

    /// <summary>Returns the reason of a condition, in brackets. Its message may hold anything and is left out.</summary>
    public static string Because(UntypedValue condition) => condition.Text("reason") is { Length: > 0 } reason ? $" ({reason})" : "";
}
