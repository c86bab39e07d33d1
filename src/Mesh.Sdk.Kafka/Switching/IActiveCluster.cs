namespace Mesh.Sdk.Kafka.Switching;

/// <summary>Tells clients which Kafka cluster they work with.</summary>
public interface IActiveCluster
{
    /// <summary>Gets what clients are told now.</summary>
    SwitchState State { get; }

    /// <summary>Returns the present state, then each new one. A state that another replaces before it was asked for is left out.</summary>
    IAsyncEnumerable<SwitchState> WatchAsync(CancellationToken cancellationToken = default);

    /// <summary>Says that clients follow from now on.</summary>
    internal void Join(SwitchableClients clients)
    {
    }

    /// <summary>Says that clients follow no more.</summary>
    internal void Leave(SwitchableClients clients)
    {
    }
}
