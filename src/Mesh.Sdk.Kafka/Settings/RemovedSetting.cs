namespace Mesh.Sdk.Kafka.Settings;

/// <summary>A setting that Kafka no longer reads.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Replacement">What to write instead; <see langword="null"/> if nothing.</param>
/// <param name="Removed">The release without it.</param>
public sealed record RemovedSetting(string Name, string? Replacement, string Removed);
