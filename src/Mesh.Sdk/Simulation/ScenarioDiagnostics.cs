using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Simulation;

/// <summary>What can be wrong with a scenario.</summary>
internal static class ScenarioDiagnostics
{
    public static readonly DiagnosticDescriptor UnknownCluster = Error("MESH3001", "The scenario names the cluster '{0}', which the mesh does not have.", "Name one of: {2}.{1}");

    public static readonly DiagnosticDescriptor UnknownService = Error("MESH3002", "The scenario names the service '{0}', which the mesh does not have.", "Name a service of the mesh, as name or namespace/name.{1}");

    public static readonly DiagnosticDescriptor AmbiguousService = Error("MESH3003", "The scenario names the service '{0}', which several namespaces have: {1}.", "Say which one, as namespace/name.");

    public static readonly DiagnosticDescriptor NoLoad = Error("MESH3004", "The scenario has no clients, so nothing would be simulated.", "Call Clients with a cluster and its requests per second.");

    public static readonly DiagnosticDescriptor Load = Error("MESH3005", "The load {0} requests per second is negative, not a number or too large.", "Give a load from 0 to 1e12.");

    public static readonly DiagnosticDescriptor Time = Error("MESH3006", "The time {0} lies outside of the simulated {1}.", "Give a time of 0 or more, before the end that For sets.");

    public static readonly DiagnosticDescriptor Duration = Error("MESH3007", "The scenario lasts {0}, so nothing would be simulated.", "Call For with a time above zero.");

    public static readonly DiagnosticDescriptor TooLarge = Error("MESH3008", "The simulation would take more than {0} steps.", "Simulate a shorter time or less load, use a coarser WithResolution or the fluid mode, or raise WithLimit.");

    public static readonly DiagnosticDescriptor Ratio = Error("MESH3009", "The ratio {0} is not between 0 and 1.", "Give the part of the requests as a number from 0 to 1.");

    public static readonly DiagnosticDescriptor UnknownZone = Error("MESH3010", "The scenario loses the zone '{0}', in which no cluster of the mesh is.", "Name a zone of a cluster or workload.{1}");

    public static readonly DiagnosticDescriptor UnknownRegion = Error("MESH3011", "The scenario loses the region '{0}', in which no cluster of the mesh is.", "Name a region of a cluster.{1}");

    public static readonly DiagnosticDescriptor UnknownProvider = Error("MESH3012", "The scenario loses the provider {0}, on which no cluster of the mesh is.", "Name a provider of a cluster.");

    public static readonly DiagnosticDescriptor CallCycle = Error("MESH3013", "The calls lead back to '{0}' ({1}), so a request would never end.", "Remove one of these calls.");

    public static readonly DiagnosticDescriptor NotThere = Error("MESH3014", "The service '{0}' does not run on the cluster '{1}', so the fault would change nothing.", "Name a cluster that the service runs on: {2}.");

    public static readonly DiagnosticDescriptor UnknownVersion = Error("MESH3015", "The service '{0}' has no workload of version '{1}'.", "Name a version of the service.{2}");

    public static readonly DiagnosticDescriptor Replicas = Error("MESH3016", "The service '{0}' is scaled to {1} pods.", "Give a number from 0 to 10000.");

    public static readonly DiagnosticDescriptor Span = Error("MESH3017", "The time {0} of {1} is {2}.", "Give a time that is {3}.");

    public static readonly DiagnosticDescriptor Status = Error("MESH3018", "The status {0} is not an error of a server.", "Give a status from 500 to 599.");

    public static readonly DiagnosticDescriptor SelfPartition = Error("MESH3019", "The cluster '{0}' is to be cut off from itself.", "Name two clusters.");

    public static readonly DiagnosticDescriptor SeriesOrder = Error("MESH3020", "The points of the load from '{0}' are not in ascending order of time.", "Order the points by time, each time once.");

    public static readonly DiagnosticDescriptor Capacity = Error("MESH3021", "An endpoint of '{0}' is to take {1} requests per second.", "Give a capacity above 0, or none for no limit.");

    public static readonly DiagnosticDescriptor Incomplete = Error("MESH3023", "A fault of the kind {0} needs a {1}, and none is given.", "Give it to the call that adds the fault.");

    public static readonly DiagnosticDescriptor TooLong = Error("MESH3024", "The scenario lasts {0}, and {1} is the most.", "Simulate the hours around the faults.");

    public static readonly DiagnosticDescriptor NoTarget = Error("MESH3022", "The clients of '{0}' have no service to send to: the mesh has none.", "Add a service to the mesh, or name one that it has.");

    private static DiagnosticDescriptor Error(string code, string message, string remedy) => new(code, DiagnosticSeverity.Error, message, remedy);
}
