using System.Diagnostics;
using System.Globalization;
using Confluent.Kafka;
using Mesh.Sdk.Kafka.Clients;
using TopicPartition = Mesh.Sdk.Kafka.Replication.TopicPartition;

namespace Mesh.Sdk.Kafka.Tests.Embedded.Mirror;

public sealed class MirrorCrashTests
{
    private const int Crashes = 100;
    private const int Partitions = 4;
    private const int MostRepeated = 200;
    private const int Ahead = 2_000;

    // A partition, and its next number that was not seen yet.
    private readonly int[] _seen = new int[Partitions];
    private readonly Random _random = new(7);
    private int _produced;
    private int _repeated;

    [Test]
    public void A_mirror_that_is_killed_a_hundred_times_loses_nothing_and_repeats_no_more_than_it_promises()
    {
        using MirrorLab lab = new();
        CreateTopics(lab);
        IProducer<byte[], byte[]> producer = lab.Producer(lab.Aws);
        using IConsumer<byte[], byte[]> consumer = lab.Gke.Client.CreateConsumer(c => c.FetchWaitMaxMs = 50);
        consumer.Assign(Enumerable.Range(0, Partitions).Select(p => new TopicPartitionOffset("aws.orders", p, Offset.Beginning)));

        for (int crash = 0; crash < Crashes; crash++)
        {
            using Process mirror = StartMirror(lab);
            int until = _seen.Sum() + _random.Next(50, 1_500);
            while (_seen.Sum() < until)
            {
                Produce(producer);
                Take(consumer);
            }

            mirror.Kill();
            End(mirror);
        }

        using Process last = StartMirror(lab);
        while (_seen.Sum() < _produced)
        {
            Take(consumer);
        }

        last.StandardInput.Close();
        End(last);
        _repeated.Should().BePositive().And.BeLessThanOrEqualTo(Crashes * MostRepeated);
    }

    private static void CreateTopics(MirrorLab lab)
    {
        lab.Aws.CreateTopic("orders", Partitions);
        lab.Gke.CreateTopic("aws.orders", Partitions);
        lab.Gke.CreateTopic("mm2-offsets.aws.internal", 25);
        lab.Gke.CreateTopic("mm2-offset-syncs.aws.internal");
        lab.Gke.CreateTopic("aws.checkpoints.internal");
    }

    private static Process StartMirror(MirrorLab lab) => Process.Start(new ProcessStartInfo("dotnet")
    {
        ArgumentList =
        {
            "exec",
            Path.Combine(AppContext.BaseDirectory, "Mesh.Sdk.Kafka.MirrorProcess.dll"),
            lab.Aws.BootstrapServers,
            lab.Gke.BootstrapServers,
            MostRepeated.ToString(CultureInfo.InvariantCulture),
        },
        RedirectStandardInput = true,
    })!;

    private static void End(Process mirror) => mirror.WaitForExit(TimeSpan.FromSeconds(60)).Should().BeTrue("a mirror that is told to end does");

    // Records go on being written while mirrors come and go, but not without end.
    private void Produce(IProducer<byte[], byte[]> producer)
    {
        for (; _produced - _seen.Sum() < Ahead; _produced++)
        {
            string number = (_produced / Partitions).ToString(CultureInfo.InvariantCulture);
            producer.Produce(new TopicPartition("orders", _produced % Partitions).ToClient(), new() { Value = MirrorLab.Bytes(number) });
        }
    }

    private void Take(IConsumer<byte[], byte[]> consumer)
    {
        ConsumeResult<byte[], byte[]> result = consumer.Consume(TimeSpan.FromSeconds(60)) ?? throw new TimeoutException("Nothing arrived.");
        int number = int.Parse(MirrorLab.Text(result.Message.Value), CultureInfo.InvariantCulture);
        int partition = result.Partition.Value;
        if (number > _seen[partition])
        {
            Assert.Fail($"Partition {partition}: {number} came where {_seen[partition]} was to come.");
        }

        _repeated += number < _seen[partition] ? 1 : 0;
        _seen[partition] = Math.Max(_seen[partition], number + 1);
    }
}
