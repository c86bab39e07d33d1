using Mesh.Sdk.Diagnostics;
using static Mesh.Sdk.Diagnostics.DiagnosticSeverity;

namespace Mesh.Sdk.Kafka.Connect;

/// <summary>Findings of applying connectors: MESH5480 to MESH5489.</summary>
internal static class ConnectApplyDiagnostics
{
    public static readonly DiagnosticDescriptor NotAConnector = new(
        "MESH5480", Error, "{0} is no connector, so Kafka Connect can't have it.", "Apply other objects with the applier of their cluster.");

    public static readonly DiagnosticDescriptor Invalid = new(
        "MESH5481", Error, "The workers refuse the setting '{1}' of {0}: {2}", "Correct the setting.");

    public static readonly DiagnosticDescriptor Refused = new(
        "MESH5482", Error, "Kafka Connect failed over {0}: {1}", "Correct the cause and apply again; what was applied stays as it is.");

    public static readonly DiagnosticDescriptor Foreign = new(
        "MESH5483", Error, "{0} exists already and its name is not one of ours.", "Give yours another name, add its name to ConnectOwnership, or choose ForeignObjectPolicy.Adopt or Skip.");
}
