using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Mesh.Sdk.Attachment;

namespace Mesh.Sdk.IntegrationTests.Attachment;

public sealed class TelemetryTests : AttachFixture
{
    [Test]
    public async Task Attaching_is_traced_and_measured()
    {
        ConcurrentQueue<Activity> traced = [];
        using ActivityListener spans = new()
        {
            ShouldListenTo = source => source.Name == "Mesh.Sdk",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = traced.Enqueue,
        };
        ActivitySource.AddActivityListener(spans);
        ConcurrentQueue<string> measured = [];
        using MeterListener meters = new() { InstrumentPublished = (i, l) => Listen(i, l) };
        meters.SetMeasurementEventCallback<long>((i, value, tags, _) => measured.Enqueue($"{i.Name} {value} {tags[1].Value}"));
        meters.SetMeasurementEventCallback<double>((i, _, tags, _) => measured.Enqueue($"{i.Name} {tags[0].Value} {tags[1].Value}"));
        meters.Start();

        await AttachAsync();
        await Mesh.AttachAsync(Peer, AttachOptions.Default);

        traced.Select(a => (a.OperationName, a.GetTagItem("mesh.cluster"), a.Status)).Should().Equal(
            ("mesh attach", "west", ActivityStatusCode.Ok),
            ("mesh attach", "west", ActivityStatusCode.Error));
        measured.Should().BeEquivalentTo(
            "mesh.operation.duration attach True",
            "mesh.operation.objects 7 Created",
            "mesh.operation.duration attach False",
            "mesh.operation.objects 7 NotAttempted");
    }

    private static void Listen(Instrument instrument, MeterListener listener)
    {
        if (instrument.Meter.Name == "Mesh.Sdk")
        {
            listener.EnableMeasurementEvents(instrument);
        }
    }
}
