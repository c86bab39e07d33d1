namespace Mesh.Sdk.Kafka.Connect;

/// <summary>A connector class, or other plugin, that the worker has.</summary>
/// <param name="Class">Java class.</param>
/// <param name="Type"><c>source</c>, <c>sink</c>, or <c>converter</c>, <c>transformation</c> and so on.</param>
/// <param name="Version">Version; <see langword="null"/> if the plugin tells none.</param>
public sealed record ConnectPluginInfo(string Class, string Type, string? Version);
