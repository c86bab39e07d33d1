namespace Mesh.Sdk.Kafka.Replication;

/// <summary>How a client proves who it is.</summary>
public enum SaslMechanism
{
    /// <summary><c>PLAIN</c>: user and password as they are.</summary>
    Plain,

    /// <summary><c>SCRAM-SHA-256</c>.</summary>
    ScramSha256,

    /// <summary><c>SCRAM-SHA-512</c>.</summary>
    ScramSha512,

    /// <summary><c>OAUTHBEARER</c> with client credentials.</summary>
    OAuthBearer,
}
