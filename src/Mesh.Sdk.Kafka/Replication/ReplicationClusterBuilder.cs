using Mesh.Sdk.Kafka.Settings;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Replication;

/// <summary>Says where a Kafka cluster is and how to connect. Lives inside the lambda of <see cref="ReplicationTopologyBuilder.AddCluster"/> and no longer.</summary>
public sealed class ReplicationClusterBuilder
{
    private readonly SortedDictionary<string, SettingValue> _settings = new(StringComparer.Ordinal);
    private ReplicationCluster _cluster;

    internal ReplicationClusterBuilder(string alias) => _cluster = new() { Alias = alias };

    /// <summary>Sets the brokers that clients ask first, as <c>host:port</c>.</summary>
    public ReplicationClusterBuilder AtBootstrapServers(params string[] servers) => Change(_cluster with { BootstrapServers = [.. servers] });

    /// <summary>Switches TLS on.</summary>
    /// <param name="trustedCertificates">Where the certificates that are trusted are, as PEM; by default those of the JVM.</param>
    public ReplicationClusterBuilder WithTls(SecretReference? trustedCertificates = null) =>
        Change(_cluster with { Tls = (_cluster.Tls ?? new()) with { TrustedCertificates = trustedCertificates } });

    /// <summary>Switches TLS on in both directions.</summary>
    /// <param name="certificate">Where the certificate chain of the client is, as PEM.</param>
    /// <param name="key">Where its private key is, as PEM.</param>
    public ReplicationClusterBuilder WithClientCertificate(SecretReference certificate, SecretReference key) =>
        Change(_cluster with { Tls = (_cluster.Tls ?? new()) with { ClientCertificate = new(certificate, key) } });

    /// <summary>Logs in with <c>PLAIN</c>.</summary>
    public ReplicationClusterBuilder WithPlain(string user, SecretReference password) => WithSasl(SaslMechanism.Plain, user, password);

    /// <summary>Logs in with <c>SCRAM-SHA-512</c>.</summary>
    public ReplicationClusterBuilder WithScramSha512(string user, SecretReference password) => WithSasl(SaslMechanism.ScramSha512, user, password);

    /// <summary>Logs in with <c>SCRAM-SHA-256</c>.</summary>
    public ReplicationClusterBuilder WithScramSha256(string user, SecretReference password) => WithSasl(SaslMechanism.ScramSha256, user, password);

    /// <summary>Logs in with a token of OAuth, got for client credentials.</summary>
    /// <param name="tokenEndpoint">Where tokens are asked for.</param>
    /// <param name="clientId">Id of the client.</param>
    /// <param name="clientSecret">Where its secret is.</param>
    /// <param name="scope">Scope to ask for; by default none.</param>
    public ReplicationClusterBuilder WithOAuth(Uri tokenEndpoint, string clientId, SecretReference clientSecret, string? scope = null)
    {
        ArgumentNullException.ThrowIfNull(tokenEndpoint);
        WithSasl(SaslMechanism.OAuthBearer, clientId, clientSecret);
        return Change(_cluster with { Sasl = _cluster.Sasl! with { TokenEndpoint = tokenEndpoint, Scope = scope } });
    }

    /// <summary>Says which region the cluster lives in.</summary>
    public ReplicationClusterBuilder InRegion(string region) => Change(_cluster with { Region = region });

    /// <summary>Says which cluster of the mesh it lives in.</summary>
    public ReplicationClusterBuilder OnMeshCluster(string name) => Change(_cluster with { MeshCluster = name });

    /// <summary>Says how many brokers it has, so that replication factors can be checked.</summary>
    public ReplicationClusterBuilder WithBrokers(int brokers) => Change(_cluster with { Brokers = brokers });

    /// <summary>Sets a setting of the workers that write to this cluster. Last call wins.</summary>
    /// <param name="setting">One of <see cref="WorkerSettings"/>.</param>
    /// <param name="value">Value.</param>
    public ReplicationClusterBuilder WithWorker<T>(SettingKey<T> setting, T value)
    {
        ArgumentNullException.ThrowIfNull(setting);
        return Set(setting.Name, setting.Write(value));
    }

    /// <summary>Sets a setting of Kafka's producers for this cluster, in dedicated mode.</summary>
    public ReplicationClusterBuilder WithProducer(string name, string value) => Set($"producer.{name}", SettingValue.Of(value));

    /// <summary>Sets a setting of Kafka's consumers for this cluster, in dedicated mode.</summary>
    public ReplicationClusterBuilder WithConsumer(string name, string value) => Set($"consumer.{name}", SettingValue.Of(value));

    /// <summary>Sets a setting of Kafka's admin clients for this cluster, in dedicated mode.</summary>
    public ReplicationClusterBuilder WithAdmin(string name, string value) => Set($"admin.{name}", SettingValue.Of(value));

    internal ReplicationCluster Build() => _cluster with { Settings = _settings.ToEquatableMap() };

    private ReplicationClusterBuilder WithSasl(SaslMechanism mechanism, string user, SecretReference password)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(password);
        return Change(_cluster with { Sasl = new() { Mechanism = mechanism, User = user, Password = password } });
    }

    private ReplicationClusterBuilder Set(string name, SettingValue value)
    {
        _settings[name] = value;
        return this;
    }

    private ReplicationClusterBuilder Change(ReplicationCluster cluster)
    {
        _cluster = cluster;
        return this;
    }
}
