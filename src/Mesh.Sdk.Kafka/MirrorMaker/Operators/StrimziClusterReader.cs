using Mesh.Sdk.Kafka.MirrorMaker.Dedicated;
using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Settings;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.MirrorMaker.Operators;

/// <summary>Reads the clusters of one object.</summary>
internal sealed class StrimziClusterReader(StrimziObject found, SecretReader secrets)
{
    // Source: the description of 'config' in the CRD.
    private static readonly string[] Forbidden =
        ["ssl.", "sasl.", "security.", "listeners", "plugin.path", "rest.", "bootstrap.servers", "consumer.interceptor.classes", "producer.interceptor.classes"];

    private static readonly string[] Allowed = ["ssl.endpoint.identification.algorithm", "ssl.cipher.suites", "ssl.protocol", "ssl.enabled.protocols"];

    // What Strimzi takes as v1beta2 if nothing is said.
    private const string OldGroup = "mirrormaker2-cluster";

    private static readonly string[] OfStorage = [.. StrimziSettings.Storage.Select(s => s.Setting)];

    /// <summary>Reads a cluster.</summary>
    /// <param name="cluster">Its description.</param>
    /// <param name="isTarget">Whether the workers are attached to it, and so have its settings.</param>
    public ReplicationCluster Read(StrimziPart cluster, bool isTarget)
    {
        SettingMap settings = Effective(cluster, isTarget);
        string alias = cluster.Tree.TextOf("alias") ?? "";
        ReplicationCluster read = new()
        {
            Alias = alias,
            BootstrapServers = SettingText.SplitList(cluster.Tree.TextOf("bootstrapServers") ?? ""),
            Tls = cluster.Field("tls") is { } tls ? new() { TrustedCertificates = Trusted(tls, alias) } : null,
            MeshCluster = isTarget && found.MeshCluster.Length > 0 ? found.MeshCluster : null,
        };
        return cluster.Field("authentication") is { } authentication
            ? new StrimziLoginReader(found, secrets).Read(authentication, read, settings)
            : read with { Settings = secrets.Read(alias, settings).ToEquatableMap() };
    }

    private SettingMap Effective(StrimziPart cluster, bool isTarget)
    {
        SettingMap settings = [];
        foreach ((string name, string value) in cluster.Config())
        {
            if (isTarget ? IsTakenFromTarget(name) : IsTakenFromSource(name))
            {
                settings[name] = value;
            }
            else
            {
                found.Report(StrimziDiagnostics.IgnoredSetting, $"{cluster.Path}.config", name);
            }
        }

        return isTarget ? OfWorkers(cluster, settings) : settings;
    }

    // Group id and topics that are named after the object follow from it, and so do the providers of secrets.
    private SettingMap OfWorkers(StrimziPart target, SettingMap settings)
    {
        foreach ((string field, string setting, string? kind) in StrimziSettings.Storage)
        {
            if (found.HasTarget)
            {
                settings[setting] = target.Tree.TextOf(field) ?? "";
            }
            else
            {
                settings.PutIfAbsent(setting, kind is null ? OldGroup : $"{OldGroup}-{kind}");
            }
        }

        foreach ((string _, string setting, string usual) in StrimziSettings.StorageOf(found.Name, null))
        {
            if (settings.GetValueOrDefault(setting) == usual)
            {
                settings.Remove(setting);
            }
        }

        return new(settings.Where(s => !s.Key.StartsWith("config.providers", StringComparison.Ordinal)));
    }

    private bool IsTakenFromTarget(string name) => !IsForbidden(name) && !(found.HasTarget && OfStorage.Any(storage => name.StartsWith(storage, StringComparison.Ordinal)));

    // Behind source.cluster. connectors read what connects and nothing else.
    private static bool IsTakenFromSource(string name) => !IsForbidden(name) && MirrorSettings.OfConnections.Contains(name);

    private static bool IsForbidden(string name) => !Allowed.Contains(name) && Forbidden.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal));

    private SecretReference? Trusted(StrimziPart tls, string alias)
    {
        SecretReference[] trusted =
        [
            .. from certificate in tls.Tree.Field("trustedCertificates")?.Items ?? []
               select new SecretReference(certificate.TextOf("secretName") ?? "", certificate.TextOf("certificate") ?? certificate.TextOf("pattern") ?? ""),
        ];
        if (trusted.Length > 1)
        {
            found.Report(StrimziDiagnostics.PartOnly, $"{tls.Path}.trustedCertificates", "the trusted certificates", alias, "the first of several");
        }

        return trusted.FirstOrDefault();
    }
}
