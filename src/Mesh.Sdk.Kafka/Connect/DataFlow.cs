using Mesh.Sdk.Kafka.Connect.Presets;

namespace Mesh.Sdk.Kafka.Connect;

/// <summary>Tables of a database that are kept in another one: captured, mirrored if the Kafka clusters differ, and written.</summary>
public sealed record DataFlow
{
    /// <summary>Gets the name; the connectors are named after it, with <c>-source</c> and <c>-sink</c> behind.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the Connect cluster that captures.</summary>
    public required string From { get; init; }

    /// <summary>Gets the database that is read.</summary>
    public required DatabaseSource Source { get; init; }

    /// <summary>Gets the Connect cluster that writes.</summary>
    public required string To { get; init; }

    /// <summary>Gets the database that is written to. Its topics follow from the flow; its tables have the names they have at the source unless it says otherwise.</summary>
    public required JdbcSink Sink { get; init; }
}
