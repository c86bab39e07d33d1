using System.Diagnostics;
using Mesh.Sdk.Kafka.Recovery.Plans;
using TopicPartition = Mesh.Sdk.Kafka.Replication.TopicPartition;
namespace Mesh.Sdk.Kafka.Tests.Recovery.Failover;
public sealed class ScratchTests
{
    [Test]
    public async Task Profile()
    {
        Stopwatch w = Stopwatch.StartNew();
        void T(string s) { Console.WriteLine($"{w.ElapsedMilliseconds,6} {s}"); w.Restart(); }
        Shop shop = new();
        T("shop");
        await shop.BeginWithoutMembersAsync(); T("begin");
        await shop.Aws.Client.GetPositionsAsync("checkout", [new TopicPartition("orders", 0)]); T("positions");
        await shop.Aws.Client.GetPositionsAsync("checkout", [new TopicPartition("orders", 0)]); T("positions");
        await shop.Gke.Client.Administration.GetGroupStateAsync("checkout"); T("state gke");
        await shop.Aws.Client.GetEndOffsetsAsync([new TopicPartition("orders", 0)]); T("ends");
        await shop.Recovery.TranslateAsync("checkout", "aws", "gke"); T("translate");
        await shop.Recovery.TranslateAsync("checkout", "aws", "gke"); T("translate");
        await shop.Recovery.TranslateBackAsync("checkout", "aws", "gke"); T("back");
        FailoverPlan plan = await shop.Recovery.PlanFailOverAsync("aws", "gke", o => o.Groups("checkout")); T("plan");
        await shop.Recovery.ExecuteAsync(plan, shop.Journal, new StepProgress(s => { T(s.Step.Action + " " + s.State); return Task.CompletedTask; }));
        T("end");
        shop.Dispose(); T("dispose");
    }
}
