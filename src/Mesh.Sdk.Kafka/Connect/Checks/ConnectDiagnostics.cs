using Mesh.Sdk.Diagnostics;
using static Mesh.Sdk.Diagnostics.DiagnosticSeverity;

namespace Mesh.Sdk.Kafka.Connect.Checks;

/// <summary>What can be wrong with Connect clusters, connectors and data flows: MESH5401 to MESH5479.</summary>
internal static class ConnectDiagnostics
{
    public static readonly DiagnosticDescriptor ClusterName = new(
        "MESH5401", Error, "The name '{0}' is not one that a Connect cluster can have.", "Give AddConnectCluster up to 63 of 'a' to 'z', digits and '-', with a letter or digit at both ends.");

    public static readonly DiagnosticDescriptor DuplicateCluster = new(
        "MESH5402", Error, "The Connect cluster '{0}' is added twice.", "Give each its own name in AddConnectCluster; workers of one name are one cluster.");

    public static readonly DiagnosticDescriptor UnknownKafka = new(
        "MESH5403", Error, "The Connect cluster '{0}' is attached to the Kafka cluster '{1}', which is not there.{2}", "Add it with AddCluster, or correct the alias.");

    public static readonly DiagnosticDescriptor Replicas = new(
        "MESH5404", Error, "The Connect cluster '{0}' has {1} workers, so nothing runs.", "Give WithReplicas at least 1.");

    public static readonly DiagnosticDescriptor ConnectorName = new(
        "MESH5405", Error, "The name '{0}' is not one that a connector can have everywhere.", "Give it up to 253 of 'a' to 'z', digits, '-' and '.', with a letter or digit at both ends.");

    public static readonly DiagnosticDescriptor DuplicateConnector = new(
        "MESH5406", Error, "The connector '{0}' is added twice, so the later would replace the earlier.", "Give each connector its own name.");

    public static readonly DiagnosticDescriptor UnknownConnectCluster = new(
        "MESH5407", Error, "'{0}' runs on the Connect cluster '{1}', which is not there.{2}", "Add it with AddConnectCluster, or correct the name.");

    public static readonly DiagnosticDescriptor Missing = new(
        "MESH5408", Error, "The connector '{0}' has nothing for '{1}', which it needs.", "Give it a value.");

    public static readonly DiagnosticDescriptor Port = new(
        "MESH5409", Error, "The connector '{0}' has the port {1}, which no server can have.", "Give a port from 1 to 65535.");

    public static readonly DiagnosticDescriptor Table = new(
        "MESH5410", Error, "The connector '{0}' captures '{1}', which is not the qualified name of a table.", "Name tables as 'schema.table', for MySQL 'database.table', and collections as 'database.collection', each as an item of its own.");

    public static readonly DiagnosticDescriptor TopicPrefix = new(
        "MESH5411", Error, "The connector '{0}' has the topic prefix '{1}', which no topic can begin with.", "Use letters, digits, '-', '.' and '_'.");

    public static readonly DiagnosticDescriptor Slot = new(
        "MESH5412", Error, "The connector '{0}' has the replication slot '{1}', which PostgreSQL refuses.", "Give Slot 1 to 63 of 'a' to 'z', digits and '_'.");

    public static readonly DiagnosticDescriptor ServerId = new(
        "MESH5413", Error, "The connector '{0}' has the server id {1}, which MySQL refuses.", "Give a number from 1 to 4294967295 that no replica has.");

    public static readonly DiagnosticDescriptor Shared = new(
        "MESH5414", Error, "The connectors '{0}' and '{1}' have the same {2}, '{3}', and take each other's place.", "Give each its own.");

    public static readonly DiagnosticDescriptor OwnSetting = new(
        "MESH5415", Error, "The setting '{1}' of the connector '{0}' follows from the definition and can't be set.", "Set the property that it follows from, or use CustomConnector.");

    public static readonly DiagnosticDescriptor MaxTasks = new(
        "MESH5416", Error, "The connector '{0}' may have {1} tasks, so it does nothing.", "Give MaxTasks at least 1.");

    public static readonly DiagnosticDescriptor PasswordInAddress = new(
        "MESH5417", Error, "The address of the database of '{0}' has a user or password in it, which stands in plain text wherever the connector goes.", "Give user and password by their own properties, the password as a SecretReference.");

    public static readonly DiagnosticDescriptor Address = new(
        "MESH5418", Error, "The address of the database of '{0}' does not begin with '{1}'.", "Give the address as the driver takes it.");

    public static readonly DiagnosticDescriptor OutboxAmongTables = new(
        "MESH5419", Error, "The connector '{0}' routes an outbox and captures {1} tables, and the router takes rows of each for events.", "Capture the outbox table alone, and other tables with another connector.");

    public static readonly DiagnosticDescriptor UnreadableBySink = new(
        "MESH5430", Error, "The data flow '{0}' gives {1} to a JDBC sink, which can't make rows of them.", "Capture tables of a relational database, or write the records with a connector made for them.");

    public static readonly DiagnosticDescriptor NotMirrored = new(
        "MESH5431", Error, "The data flow '{0}' needs the topic '{2}' at its target, and the flow '{1}' leaves it out ({3}).", "Take the pattern out of ExceptTopics, or choose another topic prefix.");

    public static readonly DiagnosticDescriptor UnknownPolicy = new(
        "MESH5432", Error, "The data flow '{0}' goes over the flow '{1}', whose replication policy is a class of your own, so nobody can tell the names of remote topics.", "Use one of Kafka's policies, or add source and sink by themselves.");

    /// <summary>Looks at the address of a database. It is in no message, as it may hold a password.</summary>
    public static IEnumerable<Diagnostic> CheckAddress(string connector, string path, string address, params string[] begins)
    {
        if (SecretSettings.HoldsPassword(address) || address.Contains("${", StringComparison.Ordinal))
        {
            yield return PasswordInAddress.At(path, connector);
        }

        if (address.Length > 0 && !begins.Any(b => address.StartsWith(b, StringComparison.Ordinal)))
        {
            yield return Address.At(path, connector, begins[0]);
        }
    }
}
