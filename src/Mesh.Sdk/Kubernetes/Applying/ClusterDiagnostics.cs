using Mesh.Sdk.Apply;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kubernetes.Applying;

/// <summary>Findings of applying to live clusters: MESH4201 to MESH4299.</summary>
internal static class ClusterDiagnostics
{
    public static readonly DiagnosticDescriptor Refused = Error("MESH4201", "{0}", "{1}");

    public static readonly DiagnosticDescriptor NoAnswer = Error("MESH4202", "{0}", "{1} Then apply again: what was done already is left alone.");

    public static readonly DiagnosticDescriptor UnknownKind = Error("MESH4203", "{0}", "{1}");

    public static readonly DiagnosticDescriptor NotReady = Error("MESH4204", "{0} was applied, but {1} later {2}.", "Look at its events and status, or give it more time by ApplyOptions.ReadinessTimeout.");

    public static readonly DiagnosticDescriptor HasFailed = Error("MESH4205", "{0} was applied, but {1}.", "Look at its events and status, correct the object and apply again.");

    public static readonly DiagnosticDescriptor ForeignSet = Error("MESH4206", "The Secret {0} can't stand for the set: {1}.", "Give the set another name, or delete the Secret if nothing needs it.");

    public static readonly DiagnosticDescriptor NotRolledBack = Error("MESH4207", "{0} was not put back as it was: {1}", "Put it back by hand, or apply the set again.");

    public static readonly DiagnosticDescriptor NotPrunable = new("MESH4208", DiagnosticSeverity.Warning, "The set has had objects of the kind {0}, which the cluster does not serve; none of them can be found.", "Nothing, if its CustomResourceDefinition was deleted: its objects went with it. If the server of its API is down, apply again when it is back.");

    /// <summary>Says what a cluster, or the way to it, said about an object.</summary>
    public static Diagnostic Explain(KubernetesException failure, ResourceKey key)
    {
        DiagnosticDescriptor descriptor = failure switch
        {
            UnknownKindException => UnknownKind,
            KubernetesConnectionException { WasSent: true } => NoAnswer,
            _ => Refused,
        };
        string message = failure.Message.EndsWith(failure.Remedy, StringComparison.Ordinal) ? failure.Message[..^failure.Remedy.Length].TrimEnd() : failure.Message;
        return ApplyChecks.About(key, descriptor.At("", message, failure.Remedy));
    }

    private static DiagnosticDescriptor Error(string code, string message, string remedy) => new(code, DiagnosticSeverity.Error, message, remedy);
}
