using Mesh.Sdk.Kafka.Clients;

namespace Mesh.Sdk.Kafka.Tests.Clusters;

/// <summary>Waits for what brokers do in their own time.</summary>
internal static class Looking
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Looks until something is so; a broker that refuses meanwhile is asked again.</summary>
    /// <exception cref="TimeoutException">It took longer than a minute.</exception>
    public static async Task UntilAsync(string what, Func<Task<bool>> look)
    {
        long begin = TimeProvider.System.GetTimestamp();
        KafkaClusterException? refusal = null;
        while (!await LookAsync())
        {
            if (TimeProvider.System.GetElapsedTime(begin) > Patience)
            {
                throw new TimeoutException($"After a minute it is still not so that {what}.", refusal);
            }

            await Task.Delay(Pause);
        }

        async Task<bool> LookAsync()
        {
            try
            {
                return await look();
            }
            catch (KafkaClusterException e)
            {
                refusal = e;
                return false;
            }
        }
    }
}
