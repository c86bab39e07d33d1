using Mesh.Sdk.Apply;
using Mesh.Sdk.Kubernetes;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Core;

namespace Mesh.Sdk.IntegrationTests.Applying;

public sealed class RollbackTests : ApplyFixture
{
    private ConfigMap Invalid => new() { Metadata = new("invalid", Namespace) { Labels = [new("label", "not a label value")] } };

    [Test]
    public async Task A_failure_undoes_all_that_was_done()
    {
        await Applier.ApplyAsync(Set(Map("changed")), ApplyOptions.Default);
        ServerSideApplier careful = new(Client) { RollsBackOnFailure = true };

        ApplyResult result = await careful.ApplyAsync(Set(Map("changed", "2"), Map("created"), Invalid), ApplyOptions.Default);

        result.Objects.Select(o => $"{o.Key.Name} {o.Status}").Should().BeEquivalentTo("changed RolledBack", "created RolledBack", "invalid Failed");
        (await ValueAsync("changed")).Should().Be("1");
        (await NamesAsync()).Should().Equal("changed");
        (await Applier.PlanAsync(Set(Map("changed")), ApplyOptions.Default)).HasChanges.Should().BeFalse("the fields are owned as before");
    }

    [Test]
    public async Task What_was_done_though_the_answer_was_lost_is_undone_as_well()
    {
        ApplyOptions options = ApplyOptions.Default with { Set = new("rolled", Namespace) { Prunes = true } };
        await Applier.ApplyAsync(Set(Map("changed"), Map("pruned")), options);
        await Cluster.Faults.AddAsync(new($"{Namespace}/configmaps/(changed|created)") { Method = "PATCH", Lost = true, Times = 2 });
        await Cluster.Faults.AddAsync(new($"{Namespace}/configmaps/pruned") { Method = "DELETE", Lost = true });
        using KubernetesApiClient impatient = Cluster.Connect(new() { Retry = new() { MaxRetries = 0 } });
        ServerSideApplier careful = new(impatient) { RollsBackOnFailure = true };

        ApplyResult result = await careful.ApplyAsync(Set(Map("changed", "2"), Map("created")), options);

        (await Cluster.Faults.HitsAsync()).Should().Equal(2, 1);
        result.Failed.Should().HaveCount(3, result.ToTable());
        (await NamesAsync()).Should().Equal("changed", "pruned");
        (await ValueAsync("changed")).Should().Be("1");
        (await ValueAsync("pruned")).Should().Be("1");
    }

    [Test]
    public async Task A_change_that_was_refused_is_left_alone()
    {
        ApplyJournal journal = new();
        ServerSideApplier remembering = new(Client) { Journal = journal };
        await remembering.ApplyAsync(Set(Invalid), ApplyOptions.Default);

        ApplyResult result = await remembering.RollBackAsync(journal, ApplyOptions.Default);

        result.Objects.Should().ContainSingle().Which.Status.Should().Be(ApplyStatus.Unchanged);
    }

    [Test]
    public async Task A_namespace_into_which_others_put_something_is_reported_and_stays()
    {
        ApplyJournal journal = new();
        ServerSideApplier remembering = new(Client) { Journal = journal };
        Namespace inner = new() { Metadata = new($"{Namespace}-inner") };
        await remembering.ApplyAsync(Set(inner), ApplyOptions.Default);
        await Client.ApplyAsync(new ConfigMap { Metadata = new("theirs", inner.Metadata.Name) }, new() { FieldManager = "helm" });

        ApplyResult result = await remembering.RollBackAsync(journal, ApplyOptions.Default);

        result.Failed.Should().ContainSingle().Which.Reason!.Message.Should().Contain("theirs");
        (await Client.GetAsync(ResourceKey.Of(inner))).Metadata.DeletionTimestamp.Should().BeNull();
    }

    [Test]
    public async Task On_request_what_was_changed_taken_and_pruned_comes_back()
    {
        ApplyOptions options = ApplyOptions.Default with { Set = new("rolled", Namespace) { Prunes = true }, Conflicts = ConflictPolicy.TakeOver };
        await Applier.ApplyAsync(Set(Map("changed"), Map("pruned")), options);
        await ApplyAsAnotherAsync(Set(Map("changed") with { Data = [new("theirs", "fast")] }));
        ApplyJournal journal = new();
        ServerSideApplier remembering = new(Client) { Journal = journal };
        ConfigMap changed = Map("changed") with { Data = [new("key", "2"), new("theirs", "slow"), new("new", "1")] };
        await remembering.ApplyAsync(Set(changed), options);

        ApplyResult result = await remembering.RollBackAsync(journal, options);

        result.Objects.Should().HaveCount(2).And.OnlyContain(o => o.Status == ApplyStatus.RolledBack, result.ToTable());
        (await NamesAsync()).Should().Equal("changed", "pruned");
        (await ValueAsync("changed")).Should().Be("1");
        (await ValueAsync("changed", "theirs")).Should().Be("fast");
        (await ValueAsync("changed", "new")).Should().BeNull();
        (await ValueAsync("pruned")).Should().Be("1");
        journal.Count.Should().Be(0);
    }

    [Test]
    public async Task What_somebody_replaced_is_left_alone()
    {
        ApplyJournal journal = new();
        ServerSideApplier remembering = new(Client) { Journal = journal };
        await remembering.ApplyAsync(Set(Map("created")), ApplyOptions.Default);
        await Client.DeleteAsync(ResourceKey.Of(Map("created")), KubernetesDeleteOptions.Default);
        await ApplyAsAnotherAsync(Set(Map("created", "theirs")));

        await remembering.RollBackAsync(journal, ApplyOptions.Default);

        (await ValueAsync("created")).Should().Be("theirs");
    }

    [Test]
    public async Task What_cannot_be_put_back_is_reported()
    {
        ApplyJournal journal = new();
        ServerSideApplier remembering = new(Client) { Journal = journal };
        await remembering.ApplyAsync(Maps(2), ApplyOptions.Default);
        await Cluster.Faults.AddAsync(new($"{Namespace}/configmaps/map-1") { Method = "DELETE", Status = 403 });

        ApplyResult result = await remembering.RollBackAsync(journal, ApplyOptions.Default);

        result.Failed.Should().ContainSingle().Which.Reason!.Code.Should().Be("MESH4207");
        (await NamesAsync()).Should().Equal("map-1");
    }
}
