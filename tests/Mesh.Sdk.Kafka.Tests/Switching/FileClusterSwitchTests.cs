using System.Diagnostics;
using Mesh.Sdk.Kafka.Switching;

namespace Mesh.Sdk.Kafka.Tests.Switching;

public sealed class FileClusterSwitchTests : SwitchingFixture
{
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(5);

    private string _folder = null!;

    private string Link => Path.Combine(_folder, "cluster");

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("switch-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task Clients_of_several_processes_follow_one_file()
    {
        await File.WriteAllTextAsync(Link, "aws\n");
        FileClusterSwitch set = new(Link, Often);
        await using SwitchableClients here = Make(active: new FileClusterSwitch(Link, Often));
        await using SwitchableClients there = Make(active: new FileClusterSwitch(Link, Often));
        SwitchableProducer[] producers = [here.CreateProducer(), there.CreateProducer()];

        await set.HoldProducersAsync();
        await Task.WhenAll(here.WaitUntilFollowedAsync(new("aws", SwitchPhase.ProducersHeld), Soon), there.WaitUntilFollowedAsync(new("aws", SwitchPhase.ProducersHeld), Soon));
        await set.SwitchAsync("aws", "gke");

        (await Task.WhenAll(producers.Select(p => p.ProduceAsync("orders", Numbered(1))))).Should().AllSatisfy(w => w.Cluster.Should().Be("gke"));
        (await set.GetActiveAsync()).Should().Be("gke");
    }

    [Test]
    public async Task A_mounted_ConfigMap_is_followed_when_its_link_is_swapped()
    {
        Mount("..1", "aws");
        File.CreateSymbolicLink(Link, Path.Combine("..data", "cluster"));
        FileClusterSwitch active = new(Link, Often);
        await using IAsyncEnumerator<SwitchState> states = active.WatchAsync(Soon).GetAsyncEnumerator();
        await states.MoveNextAsync();

        Mount("..2", "gke held");
        await states.MoveNextAsync();

        states.Current.Should().Be(new SwitchState("gke", SwitchPhase.Held));
    }

    [TestCase("")]
    [TestCase("gke closed")]
    [TestCase("gke held now")]
    [TestCase("gke without")]
    [TestCase("without aws")]
    [TestCase("gke without aws held")]
    public void What_makes_no_sense_leaves_the_state_as_it_was(string text)
    {
        File.WriteAllText(Link, "aws");
        FileClusterSwitch active = new(Link, Often);

        File.WriteAllText(Link, text);
        active.State.Should().Be(new SwitchState("aws"));

        File.Delete(Link);
        active.State.Should().Be(new SwitchState("aws"));
        FluentActions.Invoking(() => SwitchState.Parse(text)).Should().Throw<FormatException>().WithMessage("*producers-held*");
    }

    [Test]
    public void A_state_reads_as_it_is_written([Values] SwitchPhase phase, [Values(null, "gke")] string? lost)
    {
        SwitchState state = new("aws", phase, lost);

        SwitchState.Parse(state.ToString()).Should().Be(state);
    }

    [Test]
    public async Task A_file_tells_that_a_cluster_is_lost()
    {
        await File.WriteAllTextAsync(Link, "aws");
        FileClusterSwitch active = new(Link, Often);

        await active.AbandonAsync("aws", "gke");

        (await File.ReadAllTextAsync(Link)).Should().Be("gke without aws\n");
        active.State.Should().Be(new SwitchState("gke", Lost: "aws"));
    }

    // As the kubelet does: a new folder, and a link that is renamed over the old one.
    private void Mount(string version, string text)
    {
        Directory.CreateDirectory(Path.Combine(_folder, version));
        File.WriteAllText(Path.Combine(_folder, version, "cluster"), text);
        File.CreateSymbolicLink(Path.Combine(_folder, "..data_tmp"), version);
        using Process rename = Process.Start("mv", ["-T", Path.Combine(_folder, "..data_tmp"), Path.Combine(_folder, "..data")]);
        rename.WaitForExit();
    }
}
