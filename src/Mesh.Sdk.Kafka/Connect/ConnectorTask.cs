using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Connect;

/// <summary>A task of a connector.</summary>
/// <param name="Id">Id, from 0.</param>
/// <param name="Config">Settings that the connector made for it.</param>
public sealed record ConnectorTask(int Id, EquatableMap<string> Config)
{
    /// <summary>Returns the id.</summary>
    public override string ToString() => $"task {Id}";
}
