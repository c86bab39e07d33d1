using Mesh.Sdk.Diagnostics;
using static Mesh.Sdk.Diagnostics.DiagnosticSeverity;

namespace Mesh.Sdk.Topology.Checks;

/// <summary>What can be wrong with the demo application.</summary>
internal static class DemoDiagnostics
{
    public static readonly DiagnosticDescriptor UnknownService = new(
        "MESH1601", Error, "invalid service '{0}': the demo application has none of that name.{1}", "Name one of {2}.");

    public static readonly DiagnosticDescriptor NoCluster = new(
        "MESH1602", Error, "The demo application in namespace '{0}' runs on no cluster.", "Call OnHost, OnPeer or On.");

    public static readonly DiagnosticDescriptor DuplicateCluster = new(
        "MESH1603", Error, "The demo application in namespace '{0}' is installed twice on cluster '{1}'.", "Name all services of a cluster in one call.");

    public static readonly DiagnosticDescriptor UnknownCluster = new(
        "MESH1604", Error, "The demo application in namespace '{0}' is installed on cluster '{1}', which the mesh does not have.{2}", "Give OnHost, OnPeer or On a cluster of AddCluster.");
}
