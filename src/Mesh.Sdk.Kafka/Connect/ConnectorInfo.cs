using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Connect;

/// <summary>A connector as the workers keep it.</summary>
public sealed record ConnectorInfo
{
    /// <summary>Gets the name.</summary>
    public required string Name { get; init; }

    /// <summary>Gets <c>source</c> or <c>sink</c>; <see langword="null"/> where the worker does not know.</summary>
    public string? Type { get; init; }

    /// <summary>Gets the settings by name as they were given, references to secrets unresolved.</summary>
    public EquatableMap<string> Config { get; init; } = [];

    /// <summary>Gets the ids of its tasks.</summary>
    public EquatableList<int> Tasks { get; init; } = [];

    /// <summary>Returns the name.</summary>
    public override string ToString() => Name;
}
