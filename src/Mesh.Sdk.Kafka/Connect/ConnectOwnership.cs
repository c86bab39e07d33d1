using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Connect;

/// <summary>Which connectors of a Connect cluster are ours, as Connect does not note who made one.</summary>
public sealed record ConnectOwnership
{
    /// <summary>Gets the beginnings of the names that are ours; <c>""</c> makes all of them ours.</summary>
    public EquatableList<string> Prefixes { get; init; } = [];

    /// <summary>Gets names that are ours.</summary>
    public EquatableList<string> Names { get; init; } = [];

    /// <summary>Tells whether a connector is ours.</summary>
    public bool Owns(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Names.Contains(name) || Prefixes.Any(p => name.StartsWith(p, StringComparison.Ordinal));
    }
}
