using Mesh.Sdk.Diagnostics;
using static Mesh.Sdk.Diagnostics.DiagnosticSeverity;

namespace Mesh.Sdk.Kafka.MirrorMaker.Operators;

/// <summary>What a KafkaMirrorMaker2 can get wrong.</summary>
internal static class StrimziDiagnostics
{
    public static readonly DiagnosticDescriptor NoTarget = new(
        "MESH5101", Error, "The object names no target cluster that it describes, so the operator does not know where to write.{0}", "Set spec.target, or spec.connectCluster to an alias of spec.clusters.");

    public static readonly DiagnosticDescriptor NoSource = new(
        "MESH5102", Error, "The mirror names the source cluster '{0}', which the object does not describe.{1}", "Set source, or sourceCluster to an alias of spec.clusters.");

    public static readonly DiagnosticDescriptor OtherTarget = new(
        "MESH5103", Error, "The mirror is to write to '{0}', but the workers of this object are attached to '{1}', and the operator refuses that.", "Move the mirror to an object of its own, whose target is '{0}'.");

    public static readonly DiagnosticDescriptor DuplicateAlias = new(
        "MESH5104", Error, "The alias '{0}' stands for two clusters, whose connectors then have the same names.", "Give each cluster an alias of its own.");

    public static readonly DiagnosticDescriptor IgnoredSetting = new(
        "MESH5105", Warning, "The setting '{0}' has no effect here: Strimzi decides it, or no connector reads it in this place.", "Say it in the field that Strimzi has for it, or leave it out.");

    public static readonly DiagnosticDescriptor ConnectorsDiffer = new(
        "MESH5106", Warning, "Source and checkpoint connector of '{0}' have different values for '{1}', so checkpoints do not fit what is mirrored.", "Give both the same value.");

    public static readonly DiagnosticDescriptor NoSourceConnector = new(
        "MESH5107", Warning, "The mirror '{0}' has no sourceConnector, so nothing is mirrored.", "Add sourceConnector, empty if need be.");

    public static readonly DiagnosticDescriptor SharedWorkers = new(
        "MESH5108", Error, "The workers of '{0}' and of '{1}' share the {2} '{3}' on the cluster '{4}', and take each other's connectors away.", "Give each object group id and topics of its own.");

    public static readonly DiagnosticDescriptor StandsStill = new(
        "MESH5109", Warning, "The connector is {0}. A definition has no word for that, so it runs again once it is rendered.", "Pause or stop it again after applying, or remove the flow.");

    public static readonly DiagnosticDescriptor OtherAddress = new(
        "MESH5110", Info, "The cluster '{0}' is reached at '{1}' here and at '{2}' elsewhere; a definition has one address.", "Give an address that is reached from everywhere.");

    public static readonly DiagnosticDescriptor PartOnly = new(
        "MESH5111", Warning, "Of {0} of the cluster '{1}' a definition says a part only: {2}.", "Keep the object, or change it to what a definition can say.");
}
