using System.Net.Http.Json;
using Mesh.Sdk.Kubernetes;

namespace Mesh.Sdk.IntegrationTests.Labs;

/// <summary>Makes a server fail on purpose.</summary>
internal sealed class LabFaults(LabCluster cluster)
{
    /// <summary>Adds a fault; skips the test where the server is genuine.</summary>
    public Task AddAsync(LabFault fault)
    {
        if (cluster.IsGenuine)
        {
            Assert.Ignore("A genuine API server can't be made to fail.");
        }

        return SendAsync(HttpMethod.Post, fault);
    }

    /// <summary>Removes all faults.</summary>
    public Task ClearAsync() => cluster.IsGenuine ? Task.CompletedTask : SendAsync(HttpMethod.Delete, null);

    /// <summary>Returns how many requests each fault has hit, in the order they were added.</summary>
    public async Task<int[]> HitsAsync() => [.. (await SendAsync(HttpMethod.Get, null)).Select(f => f.Hits)];

    private async Task<LabFault[]> SendAsync(HttpMethod method, LabFault? fault)
    {
        using HttpTransport transport = HttpTransport.Connect(cluster.Connection);
        using HttpRequestMessage request = new(method, new Uri("/lab/faults", UriKind.Relative));
        request.Content = fault is null ? null : JsonContent.Create(fault);
        using HttpResponseMessage answer = await transport.SendAsync(request, CancellationToken.None);
        return await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<LabFault[]>() ?? [];
    }
}
