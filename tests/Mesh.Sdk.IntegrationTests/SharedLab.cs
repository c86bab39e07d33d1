using Mesh.Sdk.IntegrationTests.Labs;

namespace Mesh.Sdk.IntegrationTests;

/// <summary>The lab of all fixtures that do no lasting harm: three clusters, started when first asked for.</summary>
[SetUpFixture]
internal sealed class SharedLab
{
    private static Task<Lab>? lab;

    public static async Task<LabCluster> EastAsync() => (await StartedAsync())["east"];

    public static async Task<LabCluster> WestAsync() => (await StartedAsync())["west"];

    public static async Task<LabCluster> NorthAsync() => (await StartedAsync())["north"];

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (lab is { IsCompletedSuccessfully: true })
        {
            await (await lab).DisposeAsync();
        }
    }

    private static Task<Lab> StartedAsync()
    {
        LabPrograms.Default.Require();
        return lab ??= Lab.StartAsync("east", "west", "north");
    }
}
