using Mesh.Sdk.Kafka.Settings;

namespace Mesh.Sdk.Kafka.MirrorMaker;

/// <summary>The configuration provider of Kafka that looks secrets up where MirrorMaker runs.</summary>
/// <param name="Name">Name in <c>config.providers</c>.</param>
/// <param name="ClassName">Java class.</param>
/// <param name="Root">What stands in front of the name of a secret in a path, such as a folder with <c>/</c> at its end or a namespace; may be empty.</param>
public sealed record SecretProvider(string Name, string ClassName, string Root)
{
    /// <summary>Gets folders below <c>/etc/kafka/secrets</c>, one for each secret, with a file for each key: what mounted Kubernetes Secrets look like.</summary>
    public static SecretProvider Directories { get; } = new("secrets", "org.apache.kafka.common.config.provider.DirectoryConfigProvider", "/etc/kafka/secrets/");

    /// <summary>Gets property files below <c>/etc/kafka/secrets</c>, one for each secret.</summary>
    public static SecretProvider Files { get; } = new("secrets", "org.apache.kafka.common.config.provider.FileConfigProvider", "/etc/kafka/secrets/");

    /// <summary>Returns the provider of Strimzi that reads Kubernetes Secrets of a namespace.</summary>
    public static SecretProvider KubernetesSecrets(string @namespace) => new("secrets", "io.strimzi.kafka.KubernetesSecretConfigProvider", $"{@namespace}/");

    /// <summary>Returns a reference that the provider resolves. A name that starts with <c>/</c> is a path of its own.</summary>
    public string Write(SecretReference secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        return $"${{{Name}:{(secret.Secret.StartsWith('/') ? "" : Root)}{secret.Secret}:{secret.Key}}}";
    }

    /// <summary>Returns the secret that a path and key of this provider refer to.</summary>
    internal SecretReference Read(string path, string key) =>
        new(Root.Length > 0 && path.StartsWith(Root, StringComparison.Ordinal) ? path[Root.Length..] : path, key);
}
