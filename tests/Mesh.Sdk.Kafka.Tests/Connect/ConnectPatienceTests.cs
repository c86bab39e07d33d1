using Mesh.Sdk.Kafka.Connect;
using Mesh.Sdk.Kafka.Recovery.Plans;
using Mesh.Sdk.Kafka.Recovery.Steps;
using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Tests.Recovery.Failover;

namespace Mesh.Sdk.Kafka.Tests.Connect;

public sealed class ConnectPatienceTests : ConnectFixture
{
    [Test]
    public async Task Tasks_that_do_not_go_are_waited_for_until_patience_ends()
    {
        SourceAndTarget flow = new("aws", "gke");
        Api.Add("aws->gke.MirrorSourceConnector").Lingers = true;
        Api.Add("aws->gke.MirrorCheckpointConnector");
        LostPatience time = new() { EndsAtWaitOf = TimeSpan.FromMilliseconds(500) };
        PatientMirrorControl control = new(new ConnectMirrorControl(_ => Client, time), new Waiting(new() { Patience = LostPatience.Patience }, time));

        FailoverException failure = await PlannedFailoverTests.FailureOfAsync(() => control.StopAsync(flow));

        FailoverProblem problem = failure.Problems.Should().ContainSingle().Subject;
        (problem.Kind, problem.Subject).Should().Be((FailoverProblemKind.NotInTime, "aws->gke"));
        problem.Message.Should().Be("The control of mirrors was asked to stop aws->gke, and did not answer within 86400 s.");
    }
}
