using Mesh.Sdk.Diagnostics;
using static Mesh.Sdk.Diagnostics.DiagnosticSeverity;

namespace Mesh.Sdk.Topology.Checks;

/// <summary>What can be wrong with a namespace.</summary>
internal static class NamespaceDiagnostics
{
    public static readonly DiagnosticDescriptor Name = new(
        "MESH1101", Error, "The namespace '{0}' is not a DNS-1123 label.{1}", "Give AddNamespace, AddService or AddClient a namespace of up to 63 lower-case letters, digits and '-'.");

    public static readonly DiagnosticDescriptor Duplicate = new(
        "MESH1102", Error, "The namespace '{0}' is added twice.", "Declare all of it in one AddNamespace; the demo application adds its own.");

    public static readonly DiagnosticDescriptor Label = new(
        "MESH1103", Error, "The label '{1}={2}' of namespace '{0}' is not one that Kubernetes takes.", "Give WithLabel a key and value of letters, digits, '-', '_' and '.'; only the key may have a DNS name and '/' before it.");

    public static readonly DiagnosticDescriptor RevisionWithoutInjection = new(
        "MESH1104", Error, "The namespace '{0}' names the revision '{1}' and switches injection off.", "Call either WithRevision or WithoutInjection.");

    public static readonly DiagnosticDescriptor EgressHost = new(
        "MESH1105", Error, "The egress host '{1}' of namespace '{0}' is not of the form namespace/host.", "Give WithEgressTo hosts such as './*', 'istio-system/*' or '*/api.example.org'.");

    public static readonly DiagnosticDescriptor ReservedLabel = new(
        "MESH1106", Error, "The label '{1}' of namespace '{0}' decides the injection of sidecars, which the mesh does by itself.", "Call WithRevision or WithoutInjection instead of WithLabel.");

    public static readonly DiagnosticDescriptor MutualTlsOfRootNamespace = new(
        "MESH1107", Error, "Both the mesh and the namespace '{0}' of its control plane have a mutual TLS mode, and a policy there holds for the whole mesh.", "Call WithMutualTls in one of the two places.");
}
