using Mesh.Sdk.Diagnostics;
using static Mesh.Sdk.Diagnostics.DiagnosticSeverity;

namespace Mesh.Sdk.Kafka.Replication.Checks;

/// <summary>What can be wrong with Kafka clusters and flows.</summary>
internal static class ReplicationDiagnostics
{
    public static readonly DiagnosticDescriptor Alias = new(
        "MESH5001", Error, "The alias '{0}' is not one that MirrorMaker and Strimzi take.", "Give AddCluster an alias of 1 to 100 letters, digits, '.', '-' and '_'.");

    public static readonly DiagnosticDescriptor DuplicateCluster = new(
        "MESH5002", Error, "The Kafka cluster '{0}' is added twice.", "Give each cluster its own alias in AddCluster.");

    public static readonly DiagnosticDescriptor NoBootstrapServers = new(
        "MESH5003", Error, "The Kafka cluster '{0}' has no bootstrap servers, so nothing can connect to it.", "Call AtBootstrapServers.");

    public static readonly DiagnosticDescriptor BootstrapServer = new(
        "MESH5004", Error, "The bootstrap server '{1}' of the Kafka cluster '{0}' is not a host and a port.", "Give AtBootstrapServers addresses such as 'kafka.example.org:9093', each as an argument of its own.");

    public static readonly DiagnosticDescriptor Secret = new(
        "MESH5005", Error, "The secret of '{0}' is named by '{1}' and '{2}', which no configuration provider can look up.", "Give SecretReference a name and a key that are not empty and hold no ':', no '}}' and no control character.");

    public static readonly DiagnosticDescriptor PasswordWithoutTls = new(
        "MESH5006", Warning, "The Kafka cluster '{0}' gets the password of '{1}' without TLS, so everyone on the way can read it.", "Call WithTls, or log in with SCRAM where TLS can't be had.");

    public static readonly DiagnosticDescriptor OAuth = new(
        "MESH5007", Error, "The Kafka cluster '{0}' logs in with OAuth and has no absolute address to ask for tokens.", "Give WithOAuth the whole address that gives out tokens.");

    public static readonly DiagnosticDescriptor UnknownCluster = new(
        "MESH5020", Error, "The flow '{0}' names the cluster '{1}', which is not there.{2}", "Add it with AddCluster, or correct the alias.");

    public static readonly DiagnosticDescriptor SelfFlow = new(
        "MESH5021", Error, "The flow '{0}' starts and ends at the same cluster, which copies every topic again and again.", "Give the flow two clusters.");

    public static readonly DiagnosticDescriptor DuplicateFlow = new(
        "MESH5022", Error, "The flow '{0}' is declared twice.", "Declare each direction once; topics and groups of a flow take several patterns.");

    public static readonly DiagnosticDescriptor SeparatorInAlias = new(
        "MESH5023", Error, "The alias '{1}' holds the separator '{2}' of the flow '{0}', so loops are not seen and remote topics are not known again.", "Change the alias, or give WithDefaultPolicy a separator that no alias holds.");

    public static readonly DiagnosticDescriptor Pattern = new(
        "MESH5024", Error, "A pattern of '{1}' of the flow '{0}' can't be used: {2}", "Write a regular expression of Java that matches whole names.");

    public static readonly DiagnosticDescriptor EmptySeparator = new(
        "MESH5025", Error, "The flow '{0}' has an empty separator, so a remote topic can't be told from a local one.", "Give WithDefaultPolicy a separator, or call WithIdentityPolicy.");

    public static readonly DiagnosticDescriptor SettingValue = new(
        "MESH5030", Error, "The setting '{1}' of '{0}' {2}.", "Give the setting a value that Kafka takes.");

    public static readonly DiagnosticDescriptor UnknownSetting = new(
        "MESH5031", Warning, "The setting '{1}' of '{0}' is not one that is read there, so it has no effect.{2}", "Correct the name, or leave the setting out.");

    public static readonly DiagnosticDescriptor OwnSetting = new(
        "MESH5032", Error, "The setting '{1}' of the flow '{0}' follows from the definition and can't be set.", "Leave the setting out.");

    public static readonly DiagnosticDescriptor ReferenceInText = new(
        "MESH5033", Error, "The setting '{1}' of '{0}' has a text with '${{', which configuration providers take for a reference.", "Give secrets as a SecretReference, and other values as they are.");

    public static readonly DiagnosticDescriptor PlainSecret = new(
        "MESH5034", Error, "The setting '{1}' of '{0}' is a secret and stands there in plain text.", "Keep the secret elsewhere and give a SecretReference.");
}
