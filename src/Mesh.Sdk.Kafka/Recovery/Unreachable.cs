using Mesh.Sdk.Kafka.Clients;

namespace Mesh.Sdk.Kafka.Recovery;

/// <summary>Questions to a cluster that may be lost.</summary>
internal static class Unreachable
{
    /// <returns><see langword="null"/> if the cluster can't be reached.</returns>
    public static async Task<T?> OrNullAsync<T>(Func<Task<T>> ask)
        where T : class
    {
        try
        {
            return await ask().ConfigureAwait(false);
        }
        catch (KafkaClusterException e) when (e.IsUnreachable)
        {
            return null;
        }
    }
}
