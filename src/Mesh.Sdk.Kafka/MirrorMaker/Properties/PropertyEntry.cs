namespace Mesh.Sdk.Kafka.MirrorMaker.Properties;

/// <summary>An entry of a property file.</summary>
/// <param name="Name">Name, without escapes.</param>
/// <param name="Value">Value, without escapes. Blanks at its end belong to it.</param>
/// <param name="Line">Line that it starts on, from 1.</param>
public readonly record struct PropertyEntry(string Name, string Value, int Line);
