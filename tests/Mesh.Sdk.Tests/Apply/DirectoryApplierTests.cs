using System.Runtime.Versioning;
using Mesh.Sdk.Apply;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Core;

namespace Mesh.Sdk.Tests.Apply;

public sealed class DirectoryApplierTests
{
    private const string Inventory = ".mesh-sdk-inventory.json";

    private static readonly ApplyOptions Pruning = ApplyOptions.Default with { Set = new("demo") { Prunes = true } };

    private TemporaryFolder _folder = null!;
    private DirectoryApplier _applier = null!;

    [SetUp]
    public void Begin()
    {
        _folder = new();
        _applier = new(_folder.Path);
    }

    [TearDown]
    public void End() => _folder.Dispose();

    [Test]
    public async Task A_cluster_has_a_tree_and_a_kustomization_in_the_order_of_application()
    {
        await ApplyAsync(Map("settings"), new Namespace { Metadata = new("shop") });

        _folder.Files.Keys.Should().BeEquivalentTo(Inventory, "host/kustomization.yaml", "host/shop/configmap/settings.yaml", "host/_/namespace/shop.yaml");
        _folder.Files["host/kustomization.yaml"].Should().EndWith("resources:\n- _/namespace/shop.yaml\n- shop/configmap/settings.yaml\n");
    }

    [Test]
    public async Task The_same_set_gives_the_same_bytes_whatever_its_order()
    {
        await ApplyAsync(Map("a"), Map("b"), Map("c"));
        IReadOnlyDictionary<string, string> first = _folder.Files;
        using TemporaryFolder other = new();

        await new DirectoryApplier(other.Path).ApplyAsync(ResourceSet.From([Map("c"), Map("b"), Map("a")], "host"), ApplyOptions.Default);

        other.Files.Should().BeEquivalentTo(first);
    }

    [TestCase("..")]
    [TestCase("../../escaped")]
    [TestCase("/etc")]
    [TestCase("C:\\windows")]
    [TestCase(".hidden")]
    [TestCase("a\0b")]
    public async Task No_cluster_name_leads_out_of_the_folder(string cluster)
    {
        ApplyResult result = await _applier.ApplyAsync(ResourceSet.From([Map("a")], cluster), ApplyOptions.Default);

        result.IsSuccess.Should().BeTrue(result.ToTable());
        _folder.Escaped.Should().BeEmpty();
        _folder.Files.Should().HaveCount(3);
    }

    [Test]
    public async Task Names_that_differ_only_in_case_or_odd_characters_have_files_of_their_own()
    {
        string[] names = ["system:node", "system_node", "System:node", "system.node", "_", "-"];

        ApplyResult result = await ApplyAsync([.. names.Select(n => Map(n)), Map(new string('a', 253)), Map(new string('a', 252) + "b")]);

        result.IsSuccess.Should().BeTrue(result.ToTable());
        _folder.Files.Keys.Select(f => f.ToLowerInvariant()).Distinct().Should().HaveCount(names.Length + 4);
    }

    [TestCase("con", "_0063on")]
    [TestCase("nul.txt", "_006eul.txt")]
    [TestCase("lpt9", "_006cpt9")]
    [TestCase("aux", "_0061ux")]
    [TestCase("shop.", "shop_002e")]
    [TestCase("kustomization.yaml", "_006bustomization.yaml")]
    [TestCase("console", "console")]
    public async Task Names_that_a_file_system_keeps_for_itself_are_written_otherwise(string name, string written)
    {
        ApplyResult result = await _applier.ApplyAsync(ResourceSet.From([new ConfigMap { Metadata = new(name, name) }], name), ApplyOptions.Default);

        result.IsSuccess.Should().BeTrue(result.ToTable());
        _folder.Files.Keys.Should().BeEquivalentTo(Inventory, $"{written}/kustomization.yaml", $"{written}/{written}/configmap/{written}.yaml");
    }

    [Test]
    public async Task A_file_that_would_not_change_is_not_touched()
    {
        await ApplyAsync(Map("a"), Map("b"));
        DateTime before = File.GetLastWriteTimeUtc(_folder.At("host/shop/configmap/a.yaml"));
        File.SetLastWriteTimeUtc(_folder.At("host/shop/configmap/a.yaml"), before.AddDays(-1));

        await ApplyAsync(Map("a"), Map("b", "slow"));

        File.GetLastWriteTimeUtc(_folder.At("host/shop/configmap/a.yaml")).Should().Be(before.AddDays(-1));
    }

    [Test]
    public async Task Files_of_others_are_reported_and_survive_pruning()
    {
        await _applier.ApplyAsync(ResourceSet.From([Map("a"), Map("b")], "host"), Pruning);
        await File.WriteAllTextAsync(_folder.At("host/shop/notes.yaml"), "mine");

        ApplyResult result = await _applier.ApplyAsync(ResourceSet.From([Map("a")], "host"), Pruning);
        ApplyResult none = await _applier.ApplyAsync(ResourceSet.Empty, Pruning);

        result.Findings.Should().ContainSingle().Which.Code.Should().Be("MESH4009");
        result.Of(ApplyStatus.Pruned).Should().ContainSingle().Which.Key.Name.Should().Be("b");
        none.Of(ApplyStatus.Pruned).Should().ContainSingle().Which.Key.Name.Should().Be("a");
        _folder.Files.Keys.Should().BeEquivalentTo(Inventory, "host/shop/notes.yaml");
    }

    [Test]
    public async Task A_file_of_somebody_else_is_not_overwritten()
    {
        Directory.CreateDirectory(_folder.At("host/shop/configmap"));
        await File.WriteAllTextAsync(_folder.At("host/shop/configmap/a.yaml"), "mine");

        ApplyResult result = await ApplyAsync(Map("a"));

        result.Failed.Should().ContainSingle().Which.Reason!.Code.Should().Be("MESH4004");
        _folder.Files["host/shop/configmap/a.yaml"].Should().Be("mine");
    }

    [Test]
    public async Task A_file_that_somebody_broke_is_mended()
    {
        await ApplyAsync(Map("a"));
        string written = _folder.Files["host/shop/configmap/a.yaml"];
        await File.WriteAllTextAsync(_folder.At("host/shop/configmap/a.yaml"), "a: [");

        ApplyResult result = await ApplyAsync(Map("a"));

        result.Of(ApplyStatus.Changed).Should().ContainSingle();
        _folder.Files["host/shop/configmap/a.yaml"].Should().Be(written);
    }

    [Test]
    public async Task After_a_crash_between_inventory_and_files_the_next_run_cleans_up_and_converges()
    {
        await _applier.ApplyAsync(ResourceSet.From([Map("a"), Map("b")], "host"), Pruning);
        File.Delete(_folder.At("host/shop/configmap/b.yaml"));
        await File.WriteAllTextAsync(_folder.At("host/shop/configmap/.b.yaml.abcdefgh.ijk"), "half of b");

        ApplyResult result = await _applier.ApplyAsync(ResourceSet.From([Map("a"), Map("b")], "host"), Pruning);

        result.Of(ApplyStatus.Created).Should().ContainSingle().Which.Key.Name.Should().Be("b");
        _folder.Files.Keys.Should().BeEquivalentTo(Inventory, "host/kustomization.yaml", "host/shop/configmap/a.yaml", "host/shop/configmap/b.yaml");
    }

    [TestCase("{")]
    [TestCase("[]")]
    [TestCase("""{"files":[{"path":"x"}]}""")]
    [TestCase("""{"files":[1]}""")]
    public async Task With_an_inventory_that_can_t_be_read_nothing_is_applied(string inventory)
    {
        await ApplyAsync(Map("a"));
        await File.WriteAllTextAsync(_folder.At(Inventory), inventory);

        ApplyResult result = await ApplyAsync(Map("a", "slow"), Map("b"));

        result.Objects.Should().HaveCount(2).And.OnlyContain(o => o.Reason!.Code == "MESH4006");
        _folder.Files[Inventory].Should().Be(inventory);
    }

    [Test]
    public async Task An_inventory_that_somebody_changed_leads_nowhere_else()
    {
        await _applier.ApplyAsync(ResourceSet.From([Map("a")], "host"), Pruning);
        string outside = Path.Combine(_folder.Path, "..", "kept.yaml");
        await File.WriteAllTextAsync(outside, "kept");
        await File.WriteAllTextAsync(_folder.At(Inventory), _folder.Files[Inventory].Replace("host/shop/configmap/a.yaml", "../kept.yaml", StringComparison.Ordinal));

        await _applier.ApplyAsync(ResourceSet.Empty, Pruning);

        File.Exists(outside).Should().BeTrue();
        _folder.Files.Keys.Should().BeEquivalentTo(Inventory);
    }

    [Test]
    [Platform(Exclude = "Win")]
    [UnsupportedOSPlatform("windows")]
    public async Task Only_the_owner_reads_the_file_of_a_secret()
    {
        await ApplyAsync(new Secret { Metadata = new("token", "shop"), Data = [new("token", SecretText.ToBase64("t"))] });

        File.GetUnixFileMode(_folder.At("host/shop/secret/token.yaml")).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Test]
    public async Task A_folder_that_is_a_file_fails_every_object()
    {
        await File.WriteAllTextAsync(_folder.Path, "a file");

        ApplyResult result = await ApplyAsync(Map("a"), Map("b"));

        result.Objects.Should().HaveCount(2).And.OnlyContain(o => o.Status == ApplyStatus.Failed && o.Reason!.Code == "MESH4006");
    }

    [TestCase("host")]
    [TestCase("host/shop")]
    [TestCase("host/shop/configmap")]
    [Platform(Exclude = "Win")]
    public async Task No_link_leads_out_of_the_folder(string link)
    {
        await _applier.ApplyAsync(ResourceSet.From([Map("a")], "host"), Pruning);
        using TemporaryFolder outside = new();
        Directory.Move(_folder.At(link), outside.Path);
        Directory.CreateSymbolicLink(_folder.At(link), outside.Path);
        IReadOnlyDictionary<string, string> before = outside.Files;

        ApplyPlan plan = await _applier.PlanAsync(ResourceSet.From([Map("b")], "host"), Pruning);
        ApplyResult result = await _applier.ApplyAsync(plan);

        result.Failed.Should().HaveCount(2).And.OnlyContain(o => o.Reason!.Code == "MESH4006" && o.Reason.Message.Contains("is a link", StringComparison.Ordinal));
        outside.Files.Should().BeEquivalentTo(before);
    }

    [Test]
    [Platform(Exclude = "Win")]
    public async Task A_link_that_leads_in_a_circle_is_not_followed()
    {
        await ApplyAsync(Map("a"));
        Directory.CreateSymbolicLink(_folder.At("host/circle"), _folder.At("host"));

        ApplyPlan plan = await _applier.PlanAsync(ResourceSet.From([Map("a")], "host"), ApplyOptions.Default);

        plan.HasChanges.Should().BeFalse();
        plan.Findings.Should().BeEmpty();
    }

    private static ConfigMap Map(string name, string mode = "fast") => new() { Metadata = new(name, "shop"), Data = [new("mode", mode)] };

    private Task<ApplyResult> ApplyAsync(params IResource[] resources) => _applier.ApplyAsync(ResourceSet.From(resources, "host"), ApplyOptions.Default);
}
