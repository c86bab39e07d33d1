using Mesh.Sdk.Diagnostics;
using static Mesh.Sdk.Diagnostics.DiagnosticSeverity;

namespace Mesh.Sdk.Kafka.MirrorMaker.Dedicated;

/// <summary>What a property file of MirrorMaker can get wrong.</summary>
internal static class DedicatedDiagnostics
{
    public static readonly DiagnosticDescriptor Unreadable = new(
        "MESH5040", Error, "The property file can't be read: {0}", @"Write the character itself, or '\u' with four hexadecimal digits.");

    public static readonly DiagnosticDescriptor Twice = new(
        "MESH5041", Warning, "The property '{0}' stands twice; the later one counts, and the earlier one is lost.", "Keep one of both.");

    public static readonly DiagnosticDescriptor NoEffect = new(
        "MESH5042", Warning, "The property '{0}' is one that MirrorMaker reads nowhere, so it has no effect.{1}", "Correct the name, or write it behind the alias of a cluster or behind a flow such as 'a->b.'.");

    public static readonly DiagnosticDescriptor UndeclaredFlow = new(
        "MESH5043", Warning, "The property '{0}' is about the flow '{1}', which joins no two of the declared clusters, so it has no effect.{2}", "Correct the aliases, or add them to 'clusters'.");

    public static readonly DiagnosticDescriptor NotTrue = new(
        "MESH5044", Warning, "The property '{0}' is '{1}', and MirrorMaker takes anything but 'true' for false.", "Write 'true' without blanks, or 'false'.");

    public static readonly DiagnosticDescriptor TrailingText = new(
        "MESH5045", Warning, "The value of '{0}' ends in {1}, which belongs to the value.", "Take it away; comments stand on lines of their own.");

    public static readonly DiagnosticDescriptor DriverSetting = new(
        "MESH5046", Error, "The property '{0}' {1}, so MirrorMaker does not start.", "Give the property a value that Kafka takes.");
}
