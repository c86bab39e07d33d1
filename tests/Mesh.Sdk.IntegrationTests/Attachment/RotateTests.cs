using Mesh.Sdk.Apply;
using Mesh.Sdk.Attachment;
using Mesh.Sdk.IntegrationTests.Labs;
using Mesh.Sdk.Kubernetes;
using Mesh.Sdk.Resources.Core;

namespace Mesh.Sdk.IntegrationTests.Attachment;

public sealed class RotateTests : AttachFixture
{
    private const string First = "istio-reader-service-account-istio-remote-secret-token";

    [Test]
    public async Task The_host_gets_a_new_token_and_the_old_secret_goes()
    {
        await AttachAsync();
        string old = await TokenAsync();

        ApplyResult result = await Mesh.RotateAsync(Peer, Options, TimeSpan.Zero);

        result.IsSuccess.Should().BeTrue(result.ToTable());
        (await TokenAsync()).Should().NotBe(old);
        (await FindAsync(Peer, Secret.Definition, First)).Should().BeNull();
        result.Of(ApplyStatus.Pruned).Should().ContainSingle().Which.Key.Name.Should().Be(First);
        (await Mesh.GetStatusAsync()).Clusters[1].RemoteSecret.Should().Be(RemoteSecretState.Synced);
    }

    [Test]
    public async Task Attaching_after_a_rotation_changes_nothing_and_the_next_rotation_replaces_it()
    {
        await AttachAsync();
        await Mesh.RotateAsync(Peer, Options, TimeSpan.Zero);

        ApplyResult again = await AttachAsync();
        ApplyResult next = await Mesh.RotateAsync(Peer, Options, TimeSpan.Zero);

        again.Objects.Should().OnlyContain(o => o.Status == ApplyStatus.Unchanged, again.ToTable());
        next.IsSuccess.Should().BeTrue(next.ToTable());
        (await ObjectsAsync(Peer)).Should().ContainSingle(o => o.Contains("-token")).Which.Should().Be($"Secret {First}-3");
    }

    [Test]
    public async Task The_old_token_holds_while_a_host_does_not_have_the_new_one()
    {
        await AttachAsync();
        string old = await TokenAsync();
        await East.Faults.AddAsync(new($"{Namespace}/secrets/istio-remote-secret-west") { Method = "PATCH", Status = 403, Times = 0 });

        ApplyResult result = await Mesh.RotateAsync(Peer, Options, TimeSpan.Zero);

        result.IsSuccess.Should().BeFalse();
        (await TokenAsync()).Should().Be(old);
        (await FindAsync(Peer, Secret.Definition, First)).Should().NotBeNull();
        (await Mesh.GetStatusAsync()).Clusters[1].Status.Should().Be(MeshClusterState.Available);
    }

    [Test]
    public async Task Both_tokens_hold_during_the_overlap()
    {
        await AttachAsync();
        ManualTime time = new(TimeSpan.FromHours(1));
        using ConnectedMesh mesh = new(Definition, [Connected(East), Connected(West), Connected(North)]) { Time = time };

        Task<ApplyResult> rotating = mesh.RotateAsync(Peer, Options, TimeSpan.FromHours(1));
        await time.WhenAsync(made: 1, left: 1);
        string[] during = [.. (await ObjectsAsync(Peer)).Where(o => o.Contains("-token"))];
        time.EndAll();
        await rotating;

        during.Should().BeEquivalentTo($"Secret {First}", $"Secret {First}-2");
        (await FindAsync(Peer, Secret.Definition, First)).Should().BeNull();
    }

    [Test]
    public async Task After_a_rotation_that_was_cut_hosts_keep_the_newer_token_and_the_next_rotation_brings_another()
    {
        await AttachAsync();
        string old = await TokenAsync();
        await CutRotationAsync();
        string newer = await TokenAsync();

        await AttachAsync();
        string attached = await TokenAsync();
        await CutRotationAsync();
        await CutRotationAsync();
        string rotated = await TokenAsync();

        newer.Should().NotBe(old);
        attached.Should().Be(newer);
        rotated.Should().NotBe(old).And.NotBe(newer);
    }

    [Test]
    public async Task Attaching_after_a_rotation_does_not_go_back_to_a_secret_of_others()
    {
        NeedsTokenInSecret();
        await AttachAsync();
        await Mesh.DetachAsync(Peer);
        await Mesh[Peer].Client.ApplyAsync(new Namespace { Metadata = new(Namespace) }, Theirs);
        await Mesh[Peer].Client.ApplyAsync(new ServiceAccount { Metadata = new("istio-reader-service-account", Namespace) }, Theirs);
        await Mesh[Peer].Client.ApplyAsync(TokenSecret(First), Theirs);
        await AttachAsync();
        await Mesh.RotateAsync(Peer, Options, TimeSpan.Zero);
        string rotated = await TokenAsync();

        await AttachAsync();

        (await TokenAsync()).Should().Be(rotated);
    }

    [Test]
    public async Task A_bound_token_is_replaced_before_its_time()
    {
        AttachOptions bound = Options with { Token = AttachToken.Bound(TimeSpan.FromHours(2)) };
        await Mesh.AttachAsync(Peer, bound);
        string old = await TokenAsync();

        ApplyResult result = await Mesh.RotateAsync(Peer, bound, TimeSpan.Zero);

        (await TokenAsync()).Should().NotBe(old);
        result.Findings.Should().ContainSingle().Which.Code.Should().Be("MESH4316", "nobody can revoke such a token");
    }

    private static KubernetesWriteOptions Theirs => new() { FieldManager = "istioctl" };

    private Secret TokenSecret(string name) => new()
    {
        Metadata = new(name, Namespace) { Annotations = [new("kubernetes.io/service-account.name", "istio-reader-service-account")] },
        Type = "kubernetes.io/service-account-token",
    };

    // As if the program had ended while both tokens hold.
    private async Task CutRotationAsync()
    {
        ManualTime time = new(TimeSpan.FromHours(1));
        using ConnectedMesh mesh = new(Definition, [Connected(East), Connected(West), Connected(North)]) { Time = time };
        using CancellationTokenSource cut = new();

        Task<ApplyResult> rotating = mesh.RotateAsync(Peer, Options, TimeSpan.FromHours(1), cancellationToken: cut.Token);
        await time.WhenAsync(made: 1, left: 1);
        await cut.CancelAsync();
        (await rotating).WasCancelled.Should().BeTrue();
    }
}
