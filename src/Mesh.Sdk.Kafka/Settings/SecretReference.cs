namespace Mesh.Sdk.Kafka.Settings;

/// <summary>Where a secret is kept. The secret itself is never part of a definition.</summary>
/// <param name="Secret">Name of the secret: a Kubernetes Secret, or a folder or file of a configuration provider.</param>
/// <param name="Key">Key in it.</param>
public sealed record SecretReference(string Secret, string Key);
