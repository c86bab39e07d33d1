using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Apply;

/// <summary>Findings of applying: MESH4001 to MESH4049; those of live clusters follow from MESH4050 on.</summary>
internal static class ApplyDiagnostics
{
    public static readonly DiagnosticDescriptor NoName = Error("MESH4001", "The {0} has no name, so nothing could find it again.", "Give metadata.name; metadata.generateName makes a new object each time and can't be applied.");

    public static readonly DiagnosticDescriptor BadName = Error("MESH4002", "The {0} '{1}' is '.', '..', or holds '/', '%' or a control character, which no name of the Kubernetes API may.", "Give a name of letters, digits, '-' and '.'.");

    public static readonly DiagnosticDescriptor Conflict = Error("MESH4003", "{0} would change what others own: {1}.", "Take the fields out, give them the values that stand there, or choose ConflictPolicy.TakeOver or Skip.");

    public static readonly DiagnosticDescriptor Foreign = Error("MESH4004", "{0} exists already and {1}.", "Give yours another name, or choose ForeignObjectPolicy.Adopt or Skip.");

    public static readonly DiagnosticDescriptor NoApplier = Error("MESH4005", "There is no applier for the cluster '{0}', which {1} object(s) are meant for.{2}", "Give the fan-out an applier for it, or apply set.ForCluster(...) of the others.");

    public static readonly DiagnosticDescriptor ApplierFailed = Error("MESH4006", "Applying failed: {0}: {1}", "Correct the cause and apply again; what was applied stays as it is.");

    public static readonly DiagnosticDescriptor Interrupted = Error("MESH4007", "The work on {0} was cancelled half-way, so nobody knows whether it was done.", "Plan again; the plan shows what is left to do.");

    public static readonly DiagnosticDescriptor TwoVersions = Error("MESH4008", "{0} stands in the set in the versions {1} and {2}, which are one object.", "Keep one of the two.");

    public static readonly DiagnosticDescriptor ForeignFile = new("MESH4009", DiagnosticSeverity.Info, "The file '{0}' was not written by an applier, so it is neither changed nor pruned, and no kustomization names it.", "Move it out of the folder of the cluster, or leave it.");

    /// <summary>The first of live clusters that the one in memory has, too.</summary>
    public static readonly DiagnosticDescriptor ForeignContent = Error("MESH4209", "{0} is not deleted, as objects would go with it that are not deleted on their own: {1}.", "Delete or move them first, or give ApplyOptions.DeletesForeignContent.");

    private static DiagnosticDescriptor Error(string code, string message, string remedy) => new(code, DiagnosticSeverity.Error, message, remedy);
}
