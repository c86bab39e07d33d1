namespace Mesh.Sdk.Kafka.MirrorMaker;

/// <summary>Asks a configuration provider of Kafka for a value.</summary>
/// <param name="provider">Name of the provider in <c>config.providers</c>.</param>
/// <param name="path">Path; empty if the reference has none.</param>
/// <param name="key">Key.</param>
/// <returns>The value; <see langword="null"/> leaves the reference as it stands.</returns>
public delegate string? ConfigLookup(string provider, string path, string key);
