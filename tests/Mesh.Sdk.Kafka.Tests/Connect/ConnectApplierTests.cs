using Mesh.Sdk.Apply;
using Mesh.Sdk.Kafka.Connect;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Core;

namespace Mesh.Sdk.Kafka.Tests.Connect;

public sealed class ConnectApplierTests : ConnectFixture
{
    private static readonly ApplyOptions Pruning = new() { Set = new("connectors") { Prunes = true } };

    private static readonly ConnectOwnership Ours = new() { Prefixes = ["shop-"], Names = ["legacy"] };

    private ConnectApplier Applier => new(Client, Ours);

    [Test]
    public async Task A_plan_says_key_by_key_what_will_change_and_applying_it_leaves_nothing_to_do()
    {
        Api.Add("shop-same", ("topics", "orders"));
        Api.Add("shop-changed", ("topics", "orders"), ("errors.tolerance", "all"));
        Api.Add("shop-gone", ("topics", "orders"));
        Api.Add("foreign", ("topics", "orders"));
        ResourceSet set = ResourceSet.From([Connector("shop-new"), Connector("shop-same"), Connector("shop-changed", ("topics", "orders,payments"), ("tasks.max", "2"))]);

        ApplyPlan plan = await Applier.PlanAsync(set, Pruning);
        ApplyResult result = await Applier.ApplyAsync(plan);

        plan.ToDiff().Should().Be("""
            + Connector shop-new
            ~ Connector shop-changed
                config[errors.tolerance]
                  - "all"
                config[tasks.max]
                  + "2"
                config[topics]
                  - "orders"
                  + "orders,payments"
            - Connector shop-gone

            """.ReplaceLineEndings("\n"));
        result.IsSuccess.Should().BeTrue();
        result.Objects.Select(o => (o.Key.Name, o.Status)).Should().Equal(
            ("shop-new", ApplyStatus.Created), ("shop-same", ApplyStatus.Unchanged), ("shop-changed", ApplyStatus.Changed), ("shop-gone", ApplyStatus.Pruned));
        Api.Connectors.Keys.Should().Equal("foreign", "shop-changed", "shop-new", "shop-same");
        (await Applier.PlanAsync(set, Pruning)).HasChanges.Should().BeFalse();
    }

    [Test]
    public async Task What_the_workers_find_invalid_is_refused_with_every_error_and_the_rest_is_applied()
    {
        ResourceSet set = ResourceSet.From(
        [
            Connector("shop-bad", ("topics", null), ("tasks.max", "none"), ("db.password", "abc")),
            Connector("shop-classless", ("connector.class", null)),
            Connector("shop-unknown", ("connector.class", "test.Missing")),
            Connector("shop-good"),
        ]);

        ApplyResult result = await Applier.ApplyAsync(set, ApplyOptions.Default);

        result.Objects.Select(o => o.Reason?.Code).Should().Equal("MESH5481", "MESH5481", "MESH5482", null);
        result.Objects[0].Reason!.Message.Should().Contain("\"topics\"").And.Contain("tasks.max").And.Contain("db.password").And.NotContain("abc");
        Api.Connectors.Keys.Should().Equal("shop-good");
    }

    [Test]
    public async Task Secrets_are_in_no_text_of_a_plan()
    {
        Api.Add("shop-a", ("topics", "orders"), ("db.password", "old-secret"), ("pin", "old-pin"), ("url", "jdbc:x://ops:old-url@db/shop"));
        ResourceSet set = ResourceSet.From([Connector("shop-a", ("db.password", "new-secret"), ("pin", "new-pin"), ("url", "jdbc:x://ops:new-url@db/shop"))]);

        ApplyPlan plan = await Applier.PlanAsync(set, ApplyOptions.Default);

        plan.Objects.Single().Fields.Select(f => (f.Path, f.IsHidden)).Should().Equal(("config[db.password]", true), ("config[pin]", true), ("config[url]", true));
        (plan.ToDiff() + plan.ToJson() + plan.ToTable() + plan + plan.Objects.Single().Desired!.ToYaml()).Should().NotContainAny("old-secret", "new-secret", "old-pin", "old-url", "new-url");
        (await Applier.ApplyAsync(plan)).IsSuccess.Should().BeTrue();
        Api.Connectors["shop-a"].Config["db.password"].Should().Be("new-secret");
    }

    [Test]
    public async Task References_to_secrets_are_shown()
    {
        Api.Add("shop-a", ("topics", "orders"), ("db.password", "${file:/old:key}"));

        ApplyPlan plan = await Applier.PlanAsync(ResourceSet.From([Connector("shop-a", ("db.password", "${file:/new:key}"))]), ApplyOptions.Default);

        plan.ToDiff().Should().Contain("${file:/new:key}");
    }

    [TestCase(ForeignObjectPolicy.Fail, ApplyStatus.Failed)]
    [TestCase(ForeignObjectPolicy.Skip, ApplyStatus.Skipped)]
    [TestCase(ForeignObjectPolicy.Adopt, ApplyStatus.Changed)]
    public async Task A_connector_that_is_not_ours_is_treated_as_the_policy_says(ForeignObjectPolicy policy, ApplyStatus expected)
    {
        Api.Add("foreign", ("topics", "payments"));
        ResourceSet set = ResourceSet.From([Connector("foreign")]);
        ApplyOptions options = new() { ForeignObjects = policy };

        AppliedObject applied = (await Applier.ApplyAsync(set, options)).Objects.Single();
        ApplyStatus deleted = (await Applier.DeleteAsync(set, options)).Objects.Single().Status;

        applied.Status.Should().Be(expected);
        (applied.Reason?.Code).Should().Be(policy == ForeignObjectPolicy.Adopt ? null : "MESH5483");
        deleted.Should().Be(policy == ForeignObjectPolicy.Adopt ? ApplyStatus.Deleted : expected);
    }

    [Test]
    public async Task A_connector_gets_the_state_it_shall_have()
    {
        Api.Add("shop-a", ("topics", "orders")).State = "STOPPED";
        ResourceSet set = ResourceSet.From([Connector("shop-a") with { State = ConnectState.Running }, Connector("shop-b") with { State = ConnectState.Stopped }]);

        ApplyPlan plan = await Applier.PlanAsync(set, ApplyOptions.Default);
        ApplyResult result = await Applier.ApplyAsync(plan);

        plan.Objects[0].Fields.Select(f => f.Path).Should().Equal("state");
        result.IsSuccess.Should().BeTrue();
        Api.Connectors.Select(c => c.Value.State).Should().Equal("RUNNING", "STOPPED");
        (await Applier.PlanAsync(set, ApplyOptions.Default)).HasChanges.Should().BeFalse();
    }

    [Test]
    public async Task One_connector_that_fails_hides_no_other()
    {
        ResourceSet set = ResourceSet.From([Connector("shop-a"), Connector("shop-b"), Connector("shop-c")]);
        ApplyOptions options = new() { Parallelism = 1 };
        ApplyPlan plan = await Applier.PlanAsync(set, options);
        First.Instead.Enqueue((500, """{"error_code":500,"message":"Request timed out"}"""));

        ApplyResult result = await Applier.ApplyAsync(plan);

        result.Objects.Select(o => o.Status).Should().Equal(ApplyStatus.Failed, ApplyStatus.Created, ApplyStatus.Created);
        result.Objects[0].Reason!.Message.Should().Contain("Request timed out");
    }

    [Test]
    public async Task Without_workers_every_connector_says_so()
    {
        First.Dispose();
        Second.Dispose();

        ApplyResult result = await new ConnectApplier(ClientWith(null, maxRetries: 1)).ApplyAsync(ResourceSet.From([Connector("a"), Connector("b")]), ApplyOptions.Default);

        result.Failed.Select(o => o.Reason!.Code).Should().Equal("MESH5482", "MESH5482");
    }

    [Test]
    public async Task Objects_of_Kubernetes_are_refused()
    {
        ResourceSet set = ResourceSet.From([new Namespace { Metadata = new("shop") }, Connector("shop-a")]);

        ApplyResult result = await Applier.ApplyAsync(set, ApplyOptions.Default);

        result.Failed.Single().Reason!.Code.Should().Be("MESH5480");
        Api.Connectors.Keys.Should().Equal("shop-a");
    }

    [Test]
    public async Task Verbs_tell_of_each_connector_what_became_of_it()
    {
        Api.Add("a");
        Api.Add("c");

        ApplyResult paused = await Applier.PauseAsync(["a", "missing", "c"]);

        paused.Objects.Select(o => (o.Key.Name, o.Status)).Should().Equal(("a", ApplyStatus.Changed), ("missing", ApplyStatus.Failed), ("c", ApplyStatus.Changed));
        Api.Connectors.Values.Should().OnlyContain(c => c.State == "PAUSED");
        (await Applier.ResumeAsync(["a"])).IsSuccess.Should().BeTrue();
        (await Applier.StopAsync(["c"])).IsSuccess.Should().BeTrue();
        (await Applier.RestartAsync(["a"], ConnectorRestart.ConnectorAndTasks)).IsSuccess.Should().BeTrue();
        Api.Connectors.Select(c => c.Value.State).Should().Equal("RUNNING", "STOPPED");
    }

    [Test]
    public async Task A_cancelled_apply_says_what_was_not_reached()
    {
        ApplyPlan plan = await Applier.PlanAsync(ResourceSet.From([Connector("shop-a"), Connector("shop-b")]), ApplyOptions.Default);

        ApplyResult result = await Applier.ApplyAsync(plan, null, new CancellationToken(canceled: true));

        result.WasCancelled.Should().BeTrue();
        result.Objects.Should().OnlyContain(o => o.Status == ApplyStatus.NotAttempted);
        Api.Connectors.Should().BeEmpty();
    }

    private static ConnectorResource Connector(string name, params (string Name, string? Value)[] config)
    {
        Dictionary<string, string> all = new() { ["connector.class"] = "test.Sink", ["topics"] = "orders" };
        foreach ((string key, string? value) in config)
        {
            if (value is null)
            {
                all.Remove(key);
            }
            else
            {
                all[key] = value;
            }
        }

        return new() { Metadata = new(name), Config = all };
    }
}
