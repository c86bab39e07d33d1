using Mesh.Sdk.Kafka.Recovery.Plans;
using Mesh.Sdk.Kafka.Replication;

namespace Mesh.Sdk.Kafka.Tests.Recovery.Failover;

/// <summary>Fail-backs that end anywhere, and go on in another process.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class FailBackCrashTests
{
    private const int InPlace = 11;
    private const int Rebuild = 22;
    private const int FromDivergence = 15;

    [Test]
    public async Task In_place_a_process_that_dies_in_any_step_is_resumed_to_the_same_end([Range(1, InPlace)] int step, [Values] Crash crash)
    {
        using Shop shop = new();
        await BeginAsync(shop, "orders");
        await CommitAsync(shop, "aws.orders", 3);
        FailoverPlan plan = await shop.Recovery.PlanFailBackAsync("gke", "aws", FailBackWay.InPlace, o => o.Groups("checkout"));

        FailoverOutcome outcome = await DieAndResumeAsync(shop, plan, step, crash);

        plan.Steps.Count.Should().Be(InPlace);
        outcome.IsComplete.Should().BeTrue(outcome.ToString());
        (await Shop.PositionsAsync(shop.Aws, "orders")).Should().Equal(At("orders", 3));
        (await Shop.PositionsAsync(shop.Aws, "gke.orders")).Should().Equal(At("gke.orders", 1));
        shop.Switch.Active.Should().Be("aws");
    }

    [Test]
    public async Task A_rebuild_that_dies_in_any_step_is_resumed_to_the_same_end([Range(1, Rebuild)] int step, [Values] Crash crash)
    {
        using Shop shop = new(f => f.WithIdentityPolicy());
        await BeginAsync(shop, "orders");
        shop.Mirrors.OnResume = async _ =>
        {
            await shop.Aws.Client.Administration.CreateTopicAsync("orders", 2, -1, new Dictionary<string, string>());
            await CopyBackAsync(shop);
        };
        FailoverPlan plan = await shop.Recovery.PlanFailBackAsync("gke", "aws", FailBackWay.Rebuild, o => o.Groups("checkout"));

        FailoverOutcome outcome = await DieAndResumeAsync(shop, plan, step, crash);

        plan.Steps.Count.Should().Be(Rebuild);
        await EndedWellAsync(shop, outcome);
    }

    [Test]
    public async Task From_the_divergence_a_process_that_dies_in_any_step_is_resumed_to_the_same_end([Range(1, FromDivergence)] int step, [Values] Crash crash)
    {
        using Shop shop = new(f => f.WithIdentityPolicy());
        await BeginAsync(shop, "orders");
        shop.Mirrors.OnSeek = ends =>
        {
            shop.BackTo.Seek(ends);
            return Task.CompletedTask;
        };
        shop.Mirrors.OnResume = _ => CopyBackAsync(shop);
        FailoverPlan plan = await shop.Recovery.PlanFailBackAsync(
            "gke", "aws", FailBackWay.FromDivergence, o => o.Groups("checkout").PartedAt([new(new("orders", 0), 3), new(new("orders", 1), 3)]));

        FailoverOutcome outcome = await DieAndResumeAsync(shop, plan, step, crash);

        plan.Steps.Count.Should().Be(FromDivergence);
        await EndedWellAsync(shop, outcome);
    }

    /// <summary>When a process dies.</summary>
    public enum Crash
    {
        /// <summary>Before it acts.</summary>
        BeforeTheStep,

        /// <summary>After it has acted, while the journal is written.</summary>
        InTheMiddleOfALine,
    }

    // The group has gone on at gke, has read all but one of what was placed there in each partition, and that is copied back unless names are kept.
    private static async Task BeginAsync(Shop shop, string topic)
    {
        await shop.BeginWithoutMembersAsync();
        await shop.PlaceOrdersAsync(shop.Gke, 4);
        await shop.Switch.SwitchAsync("aws", "gke");
        bool keepsNames = shop.BackTo.RemoteTopic == topic;
        await CommitAsync(shop, topic, keepsNames ? 4 : 1);
        if (!keepsNames)
        {
            await CopyBackAsync(shop);
        }
    }

    private static async Task CopyBackAsync(Shop shop)
    {
        await shop.BackTo.CopyAsync();
        await shop.BackTo.CheckpointAsync(Shop.Group);
    }

    private static Task CommitAsync(Shop shop, string topic, long position) => shop.Gke.Client.Administration.CommitAsync(Shop.Group, At(topic, position));

    private static async Task<FailoverOutcome> DieAndResumeAsync(Shop shop, FailoverPlan plan, int step, Crash crash)
    {
        StepState last = crash == Crash.BeforeTheStep ? StepState.Started : StepState.Done;
        StepProgress dying = new(s => s.Step.Number == step && s.State == last ? throw new InvalidTimeZoneException("dead") : Task.CompletedTask);
        Func<Task> die = () => shop.Recovery.ExecuteAsync(plan, shop.Journal, dying);
        await die.Should().ThrowAsync<InvalidTimeZoneException>();
        if (crash == Crash.InTheMiddleOfALine)
        {
            await CutLastLineAsync(shop.Journal);
        }

        return await shop.WithTools(shop.Recovery.Tools).ResumeAsync(shop.Journal);
    }

    private static async Task EndedWellAsync(Shop shop, FailoverOutcome outcome)
    {
        outcome.IsComplete.Should().BeTrue(outcome.ToString());
        (await Shop.PositionsAsync(shop.Aws, "orders")).Should().Equal(At("orders", 4));
        (await shop.Aws.Client.GetEndOffsetsAsync([new("orders", 0), new("orders", 1)])).Should().Equal(At("orders", 5), "no record is there twice");
        shop.Switch.Active.Should().Be("aws");
    }

    /// <summary>Leaves half of the last line of a journal.</summary>
    internal static async Task CutLastLineAsync(string journal)
    {
        byte[] whole = await File.ReadAllBytesAsync(journal);
        int begin = Array.LastIndexOf(whole, (byte)'\n', whole.Length - 2) + 1;
        await File.WriteAllBytesAsync(journal, whole[..((begin + whole.Length) / 2)]);
    }

    private static Dictionary<TopicPartition, long> At(string topic, long position) => new() { [new(topic, 0)] = position, [new(topic, 1)] = position };
}
