using Mesh.Sdk.Kafka.Connect.Requests;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Connect;

/// <summary>Offsets of connectors.</summary>
public sealed partial class ConnectClient
{
    /// <summary>Returns how far a connector has come: <c>GET /connectors/{name}/offsets</c>, since Kafka 3.5. Written every 60 s by default.</summary>
    public Task<EquatableList<ConnectorPosition>> GetOffsetsAsync(string name, CancellationToken cancellationToken = default) =>
        GetAsync(PathOf(name, "/offsets"), ConnectAnswers.Positions, cancellationToken);

    /// <summary>Changes offsets of a stopped connector: <c>PATCH /connectors/{name}/offsets</c>, since Kafka 3.6. Others stay.</summary>
    /// <param name="name">Name.</param>
    /// <param name="positions">Partitions and their offsets, at least one.</param>
    /// <param name="cancellationToken">Ends the wait, not what was begun.</param>
    /// <returns>What the worker says, which depends on what the connector checks.</returns>
    /// <exception cref="ConnectApiException">Also if the connector is not stopped: <see cref="ConnectErrorReason.Invalid"/>.</exception>
    public async Task<string> AlterOffsetsAsync(string name, IEnumerable<ConnectorPosition> positions, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(positions);
        ConnectRequest request = new(HttpMethod.Patch, PathOf(name, "/offsets")) { Body = ConnectBodies.Offsets(positions) };
        ConnectAnswer answer = await _sender.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return answer.Read(ConnectAnswers.Message);
    }

    /// <summary>Deletes all offsets of a stopped connector: <c>DELETE /connectors/{name}/offsets</c>, since Kafka 3.6.</summary>
    /// <returns>What the worker says.</returns>
    /// <exception cref="ConnectApiException">Also if the connector is not stopped: <see cref="ConnectErrorReason.Invalid"/>.</exception>
    public async Task<string> ResetOffsetsAsync(string name, CancellationToken cancellationToken = default)
    {
        ConnectAnswer answer = await _sender.SendAsync(new(HttpMethod.Delete, PathOf(name, "/offsets")), cancellationToken).ConfigureAwait(false);
        return answer.Read(ConnectAnswers.Message);
    }
}
