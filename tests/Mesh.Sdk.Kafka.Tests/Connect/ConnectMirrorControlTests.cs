using Mesh.Sdk.Kafka.Connect;
using Mesh.Sdk.Kafka.Replication;

namespace Mesh.Sdk.Kafka.Tests.Connect;

public sealed class ConnectMirrorControlTests : ConnectFixture
{
    private static readonly SourceAndTarget Flow = new("aws", "gke");

    private static readonly Dictionary<string, string> Config = new() { ["connector.class"] = "org.apache.kafka.connect.mirror.MirrorSourceConnector" };

    [Test]
    public async Task Both_connectors_of_a_flow_stop_are_sought_and_run_again()
    {
        foreach (string name in (string[])["aws->gke.MirrorSourceConnector", "aws->gke.MirrorCheckpointConnector"])
        {
            await Client.CreateAsync(name, Config, ConnectState.Running);
        }

        List<string> asked = [];
        ConnectMirrorControl control = new(alias => { asked.Add(alias); return Client; }, Time);

        await control.StopAsync(Flow);
        await control.StopAsync(Flow);
        (await Client.GetStatusAsync("aws->gke.MirrorSourceConnector")).State.Should().Be(ConnectState.Stopped);
        (await Client.GetStatusAsync("aws->gke.MirrorCheckpointConnector")).State.Should().Be(ConnectState.Stopped);

        await control.SeekAsync(Flow, [new(new("orders", 0), 42), new(new("orders", 1), 0)]);
        (await Client.GetOffsetsAsync("aws->gke.MirrorSourceConnector")).Should().ContainSingle().Which.Offset.Fields["offset"].Should().Be((Mesh.Sdk.Resources.UntypedValue)41);

        await control.ResetAsync(Flow);
        (await Client.GetOffsetsAsync("aws->gke.MirrorSourceConnector")).Should().BeEmpty();

        await control.ResumeAsync(Flow);
        (await Client.GetStatusAsync("aws->gke.MirrorCheckpointConnector")).State.Should().Be(ConnectState.Running);
        asked.Should().OnlyContain(alias => alias == "gke", "workers stand at the target");
    }
}
