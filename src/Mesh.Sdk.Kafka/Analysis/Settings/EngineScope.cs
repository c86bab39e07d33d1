using Mesh.Sdk.Kafka.Analysis.Views;
using Mesh.Sdk.Kafka.Settings;

namespace Mesh.Sdk.Kafka.Analysis.Settings;

/// <summary>Which settings an engine hands on.</summary>
internal static class EngineScope
{
    private static readonly string[] Clients = ["consumer.", "producer.", "admin."];

    private static readonly string[] TakenByStrimzi =
        ["ssl.", "sasl.", "security.", "listeners", "plugin.path", "rest.", "bootstrap.servers", "consumer.interceptor.classes", "producer.interceptor.classes"];

    private static readonly string[] LeftByStrimzi = ["ssl.endpoint.identification.algorithm", "ssl.cipher.suites", "ssl.protocol", "ssl.enabled.protocols"];

    /// <summary>Returns why a setting is not handed on, as the end of a sentence; <see langword="null"/> if it is.</summary>
    public static string? FindReason(OwnedSetting setting) => setting.Engine switch
    {
        MirrorMakerEngine.Connect when !setting.IsOfFlow => "the workers of Kafka Connect are set where they are deployed",
        MirrorMakerEngine.Strimzi when !setting.IsOfFlow && Begins(setting.Name, TakenByStrimzi) && !LeftByStrimzi.Contains(setting.Name) =>
            "Strimzi sets it from its own fields and leaves it out",
        MirrorMakerEngine.Dedicated when setting.IsOfFlow && IsConnectionOfClient(setting.Name) => "dedicated mode sets it from the cluster, which comes first",
        _ => null,
    };

    private static bool IsConnectionOfClient(string name) =>
        Clients.Any(client => name.StartsWith(client, StringComparison.Ordinal) && MirrorSettings.OfConnections.Contains(name[client.Length..]));

    private static bool Begins(string name, string[] prefixes) => prefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal));
}
