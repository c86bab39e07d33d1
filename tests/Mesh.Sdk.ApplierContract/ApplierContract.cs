using Mesh.Sdk.Apply;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Core;

namespace Mesh.Sdk.ApplierContract;

/// <summary>
/// What every <see cref="IResourceApplier"/> must do. Derive a fixture from it, give it an applier, and its tests run. An applier that remembers what
/// it applied derives from <see cref="RememberingApplierContract"/>, one that knows who owns a field from <see cref="FieldOwnershipContract"/>.
/// </summary>
public abstract partial class ApplierContract
{
    /// <summary>What no text of a plan, result or event may show.</summary>
    protected const string Password = "correct-horse-battery-staple";

    /// <summary>Gets the applier under test, made anew for each test.</summary>
    protected IResourceApplier Applier { get; private set; } = null!;

    /// <summary>Gets the cluster that the objects are meant for.</summary>
    protected virtual string Cluster => "";

    /// <summary>Gets a namespace that holds nothing when a test begins.</summary>
    protected virtual string Namespace => "contract";

    /// <summary>Gets the objects that most tests apply: a namespace and three objects in it.</summary>
    protected ResourceSet Objects => Set(
        Service("web", 8080),
        ConfigMap("settings", "fast"),
        Secret("credentials", Password),
        NamespaceObject);

    /// <summary>Gets the namespace, with a label, as a server forgets who applied an object that has only a name.</summary>
    protected Namespace NamespaceObject => new() { Metadata = new(Namespace) { Labels = [new("purpose", "contract")] } };

    [SetUp]
    public async Task MakeApplier() => Applier = await CreateAsync();

    [Test]
    public async Task Planning_creates_every_object_in_order_and_applies_nothing()
    {
        ApplyPlan plan = await Applier.PlanAsync(Objects, ApplyOptions.Default);
        ApplyPlan again = await Applier.PlanAsync(Objects, ApplyOptions.Default);

        plan.Objects.Select(o => o.Key.Kind).Should().Equal("Namespace", "ConfigMap", "Secret", "Service");
        plan.Objects.Should().OnlyContain(o => o.Action == ApplyAction.Create && o.Reason == null);
        plan.HasChanges.Should().BeTrue();
        again.ToJson().Should().Be(plan.ToJson());
    }

    [Test]
    public async Task Applying_a_plan_reports_every_object_once()
    {
        ApplyPlan plan = await Applier.PlanAsync(Objects, ApplyOptions.Default);
        ApplyResult result = await Applier.ApplyAsync(plan);

        result.IsSuccess.Should().BeTrue(result.ToTable());
        result.Objects.Select(o => o.Key).Should().BeEquivalentTo(Objects.Select(e => e.Key));
        result.Objects.Should().OnlyContain(o => o.Status == ApplyStatus.Created);
    }

    [Test]
    public async Task Applying_a_set_reports_every_object_once()
    {
        ApplyResult result = await ApplyAsync(Objects);

        result.IsSuccess.Should().BeTrue(result.ToTable());
        result.Objects.Select(o => o.Key).Should().BeEquivalentTo(Objects.Select(e => e.Key));
    }

    [Test]
    public async Task Nothing_to_apply_is_no_failure()
    {
        (await Applier.PlanAsync(ResourceSet.Empty, ApplyOptions.Default)).HasChanges.Should().BeFalse();
        (await ApplyAsync(ResourceSet.Empty)).IsSuccess.Should().BeTrue();
        (await Applier.DeleteAsync(ResourceSet.Empty, ApplyOptions.Default)).Objects.Should().BeEmpty();
    }

    [Test]
    public async Task An_object_without_name_fails_and_hides_nothing_of_the_others()
    {
        ResourceSet set = Objects.Add(new ConfigMap { Metadata = new() { Namespace = Namespace, GenerateName = "settings-" } }, Cluster);

        ApplyPlan plan = await Applier.PlanAsync(set, ApplyOptions.Default);
        ApplyResult result = await ApplyAsync(set);

        plan.Refused.Should().ContainSingle().Which.Reason!.Code.Should().Be("MESH4001");
        result.Failed.Should().ContainSingle().Which.Reason!.Code.Should().Be("MESH4001");
        result.IsSuccess.Should().BeFalse();
        result.Of(ApplyStatus.Created).Should().HaveCount(Objects.Count);
    }

    [TestCase("..")]
    [TestCase("../../../escaped")]
    [TestCase("a/b")]
    [TestCase("a\nkind: Secret")]
    [TestCase("a%2fb")]
    public async Task A_name_that_could_lead_elsewhere_is_refused(string name)
    {
        ApplyResult result = await ApplyAsync(Set(ConfigMap(name, "fast")));

        result.Objects.Should().ContainSingle().Which.Reason!.Code.Should().Be("MESH4002");
        result.ToTable().Split('\n').Should().HaveCount(7, "a name draws no lines");
    }

    [Test]
    public async Task After_a_failure_the_next_levels_are_not_attempted_if_so_asked()
    {
        ResourceSet set = Objects.Add(ConfigMap("..", "fast"), Cluster);

        ApplyResult result = await ApplyAsync(set, ApplyOptions.Default with { OnError = ErrorPolicy.Stop });

        result.Objects.Should().HaveCount(set.Count);
        result.Objects.Single(o => o.Key.Kind == "Namespace").Status.Should().Be(ApplyStatus.Created);
        result.Objects.Single(o => o.Key.Kind == "Service").Status.Should().Be(ApplyStatus.NotAttempted);
        result.WasCancelled.Should().BeFalse();
    }

    [Test]
    public async Task A_cancelled_plan_throws() =>
        await Applier.Invoking(a => a.PlanAsync(Objects, ApplyOptions.Default, null, new(canceled: true))).Should().ThrowAsync<OperationCanceledException>();

    [Test]
    public async Task What_is_cancelled_before_it_begins_reports_that_nothing_was_attempted()
    {
        ApplyPlan plan = await Applier.PlanAsync(Objects, ApplyOptions.Default);
        ApplyResult[] results =
        [
            await Applier.ApplyAsync(plan, null, new(canceled: true)),
            await Applier.ApplyAsync(Objects, ApplyOptions.Default, null, new(canceled: true)),
            await Applier.DeleteAsync(Objects, ApplyOptions.Default, null, new(canceled: true)),
        ];

        results.Should().OnlyContain(r => r.WasCancelled && !r.IsSuccess);
        results.SelectMany(r => r.Objects).Should().HaveCount(3 * Objects.Count).And.OnlyContain(o => o.Status == ApplyStatus.NotAttempted);
    }

    [Test]
    public async Task What_is_cancelled_half_way_reports_what_was_done()
    {
        using CancellationTokenSource cancellation = new();
        ProgressLog log = new(e =>
        {
            if (e.Kind == ApplyEventKind.Finished)
            {
                cancellation.Cancel();
            }
        });

        ApplyResult result = await Applier.ApplyAsync(Objects, ApplyOptions.Default with { Parallelism = 1 }, log, cancellation.Token);

        result.WasCancelled.Should().BeTrue();
        result.Objects.Should().HaveCount(Objects.Count);
        result.Of(ApplyStatus.Created).Should().ContainSingle().Which.Key.Kind.Should().Be("Namespace");
        result.Of(ApplyStatus.NotAttempted).Should().HaveCount(Objects.Count - 1);
    }

    [Test]
    public async Task Progress_tells_the_end_of_every_object_once()
    {
        ProgressLog log = new();

        ApplyResult result = await Applier.ApplyAsync(Objects, ApplyOptions.Default, log);

        var finished = log.Events.Where(e => e.Kind == ApplyEventKind.Finished).ToArray();
        finished.Select(e => e.Result).Should().BeEquivalentTo(result.Objects);
        finished.Select(e => e.Completed).Should().BeEquivalentTo(Enumerable.Range(1, Objects.Count));
        finished.Should().OnlyContain(e => e.Total == Objects.Count);
    }

    [Test]
    public async Task No_text_shows_a_secret()
    {
        ProgressLog log = new();
        ApplyPlan plan = await Applier.PlanAsync(Objects, ApplyOptions.Default, log);
        ApplyResult result = await Applier.ApplyAsync(Objects, ApplyOptions.Default, log);
        ApplyPlan change = await Applier.PlanAsync(Set(Secret("credentials", "another-" + Password)), ApplyOptions.Default, log);

        string[] texts = [.. Texts(plan), .. Texts(change), result.ToTable(), result.ToJson(), $"{result}", .. result.Objects.Select(o => $"{o}"), .. log.Events.Select(e => $"{e}")];

        string encoded = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Password));
        texts.Should().OnlyContain(t => !t.Contains(Password) && !t.Contains(encoded));
    }

    /// <summary>Makes an applier to which nothing was applied yet.</summary>
    protected abstract Task<IResourceApplier> CreateAsync();

    protected static IEnumerable<string> Texts(ApplyPlan plan) =>
        [plan.ToTable(), plan.ToDiff(), plan.ToJson(), $"{plan}", .. plan.Objects.Select(o => $"{o}"), .. plan.Objects.SelectMany(o => o.Fields).Select(f => $"{f} {f.Before} {f.After}")];

    protected Task<ApplyResult> ApplyAsync(ResourceSet set) => ApplyAsync(set, ApplyOptions.Default);

    protected Task<ApplyResult> ApplyAsync(ResourceSet set, ApplyOptions options) => Applier.ApplyAsync(set, options);

    protected ResourceSet Set(params IResource[] resources) => ResourceSet.From(resources, Cluster);

    protected ConfigMap ConfigMap(string name, string mode) => new() { Metadata = new(name, Namespace), Data = [new("mode", mode)] };

    protected Secret Secret(string name, string password) => new() { Metadata = new(name, Namespace), Data = [new("password", SecretText.ToBase64(password))] };

    protected Service Service(string name, int port) => new()
    {
        Metadata = new(name, Namespace),
        Spec = new() { Selector = [new("app", name)], Ports = [new() { Name = "http", Port = port, Protocol = "TCP" }] },
    };
}
