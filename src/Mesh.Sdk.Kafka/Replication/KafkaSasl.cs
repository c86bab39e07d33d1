using Mesh.Sdk.Kafka.Settings;

namespace Mesh.Sdk.Kafka.Replication;

/// <summary>Who MirrorMaker is to a Kafka cluster. The secret is kept elsewhere.</summary>
public sealed record KafkaSasl
{
    /// <summary>Gets the mechanism.</summary>
    public required SaslMechanism Mechanism { get; init; }

    /// <summary>Gets the name of the user, or the client id of OAuth.</summary>
    public required string User { get; init; }

    /// <summary>Gets where the password, or the client secret of OAuth, is.</summary>
    public required SecretReference Password { get; init; }

    /// <summary>Gets where tokens are asked for; OAuth only, and required there.</summary>
    public Uri? TokenEndpoint { get; init; }

    /// <summary>Gets the scope that is asked for; OAuth only. <see langword="null"/> asks for none.</summary>
    public string? Scope { get; init; }
}
