using Mesh.Sdk.Kafka.MirrorMaker;
using Mesh.Sdk.Kafka.Recovery.Plans;
using Mesh.Sdk.Kafka.Recovery.Steps;
using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Settings;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Connect;

/// <summary>
/// Starts and stops the connectors of flows through the REST interface of Kafka Connect, since Kafka 3.5; positions are set since 3.6. Connectors
/// are named as all renderings of this library name them: <c>aws->gke.MirrorSourceConnector</c>. Dedicated mode has no such interface.
/// </summary>
public sealed class ConnectMirrorControl : IMirrorControl
{
    private static readonly MirrorConnector[] Parts = [MirrorConnector.Source, MirrorConnector.Checkpoint];

    // Connect has no way to be told when tasks are gone, so it is asked.
    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(500);

    private readonly Func<string, ConnectClient> _clients;
    private readonly TimeProvider _time;

    /// <summary>Makes a control.</summary>
    /// <param name="clients">Returns the client of the Connect cluster that is attached to a Kafka cluster, by its alias. Clients belong to the caller.</param>
    /// <param name="time">Clock; by default that of the system.</param>
    public ConnectMirrorControl(Func<string, ConnectClient> clients, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(clients);
        (_clients, _time) = (clients, time ?? TimeProvider.System);
    }

    /// <inheritdoc/>
    /// <exception cref="ConnectException">Connect can't be reached, or refuses.</exception>
    public async Task StopAsync(SourceAndTarget flow, CancellationToken cancellationToken = default)
    {
        ConnectClient client = _clients(flow.Target);
        foreach (MirrorConnector part in Parts)
        {
            await client.StopAsync(NameOf(flow, part), cancellationToken).ConfigureAwait(false);
        }

        foreach (MirrorConnector part in Parts)
        {
            await AwaitStopAsync(client, NameOf(flow, part), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="ConnectException">Connect can't be reached, or refuses.</exception>
    public async Task ResumeAsync(SourceAndTarget flow, CancellationToken cancellationToken = default)
    {
        foreach (MirrorConnector part in Parts)
        {
            await _clients(flow.Target).ResumeAsync(NameOf(flow, part), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="ConnectException">Connect can't be reached, or refuses.</exception>
    public Task ResetAsync(SourceAndTarget flow, CancellationToken cancellationToken = default) =>
        _clients(flow.Target).ResetOffsetsAsync(NameOf(flow, MirrorConnector.Source), cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="ConnectException">Connect can't be reached, or refuses.</exception>
    public async Task SeekAsync(SourceAndTarget flow, IReadOnlyCollection<PartitionEnd> ends, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ends);
        await ResetAsync(flow, cancellationToken).ConfigureAwait(false);
        ConnectorPosition[] positions = [.. ends.Where(e => e.Offset > 0).Select(e => PositionOf(flow, e))];
        if (positions.Length > 0)
        {
            await _clients(flow.Target).AlterOffsetsAsync(NameOf(flow, MirrorConnector.Source), positions, cancellationToken).ConfigureAwait(false);
        }
    }

    private static string NameOf(SourceAndTarget flow, MirrorConnector part) => $"{flow}.{ConnectorClasses.SimpleName(part)}";

    private static ConnectorPosition PositionOf(SourceAndTarget flow, PartitionEnd end) => new(
        UntypedValue.From(new UntypedFields([new("cluster", flow.Source), new("partition", end.Partition.Partition), new("topic", end.Partition.Topic)])),
        UntypedValue.From(new UntypedFields([new("offset", end.Offset - 1)])));

    // Workers answer before tasks are gone.
    private async Task AwaitStopAsync(ConnectClient client, string name, CancellationToken cancellationToken)
    {
        while (await client.GetStatusAsync(name, cancellationToken).ConfigureAwait(false) is not { State: ConnectState.Stopped, Tasks.Count: 0 })
        {
            await Task.Delay(LookInterval, _time, cancellationToken).ConfigureAwait(false);
        }
    }
}
