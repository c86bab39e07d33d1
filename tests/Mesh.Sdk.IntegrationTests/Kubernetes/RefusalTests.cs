using Mesh.Sdk.IntegrationTests.Labs;
using Mesh.Sdk.Kubernetes;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Core;

namespace Mesh.Sdk.IntegrationTests.Kubernetes;

/// <summary>What a cluster refuses, as typed errors.</summary>
public sealed class RefusalTests
{
    private LabCluster _east = null!;
    private KubernetesApiClient _client = null!;
    private string _namespace = "";

    [OneTimeSetUp]
    public async Task Connect()
    {
        _east = await SharedLab.EastAsync();
        _client = _east.Connect();
        _namespace = await _client.NewNamespaceAsync();
    }

    [OneTimeTearDown]
    public void Disconnect() => _client?.Dispose();

    [Test]
    public async Task A_conflict_names_each_field_and_its_manager()
    {
        await _client.ApplyAsync(Objects.ConfigMap(_namespace, "owned", "1"), new() { FieldManager = "first \"one\"" });

        Func<Task> other = () => _client.ApplyAsync(Objects.ConfigMap(_namespace, "owned", "2"), new() { FieldManager = "other" });

        KubernetesApiException error = (await other.Should().ThrowAsync<KubernetesApiException>()).Which;
        error.Reason.Should().Be(KubernetesErrorReason.Conflict);
        error.Conflicts.Should().Equal(new FieldOwnerConflict("first \"one\"", ".data.key"));
        error.Remedy.Should().Contain("force");
    }

    [Test]
    public async Task Force_takes_a_field_over()
    {
        await _client.ApplyAsync(Objects.ConfigMap(_namespace, "taken", "1"), new() { FieldManager = "one" });

        AppliedResource taken = await _client.ApplyAsync(Objects.ConfigMap(_namespace, "taken", "2"), new() { FieldManager = "two", Force = true });

        ((UntypedResource)taken.Resource).Fields["data"]!.Fields["key"]!.Text.Should().Be("2");
    }

    [Test]
    public async Task A_dry_run_tells_the_outcome_and_stores_nothing()
    {
        ConfigMap map = Objects.ConfigMap(_namespace, "dry");

        AppliedResource dry = await _client.ApplyAsync(map, new() { DryRun = true });

        dry.WasCreated.Should().BeTrue();
        (await _client.FindAsync(ResourceKey.Of(map))).Should().BeNull();
    }

    [Test]
    public async Task An_unknown_field_is_refused()
    {
        ConfigMap map = Objects.ConfigMap(_namespace, "misspelt") with { UnknownFields = new([KeyValuePair.Create("dataa", UntypedValue.From(default(UntypedFields)))]) };

        Func<Task> apply = () => _client.ApplyAsync(map, Objects.Plain);

        KubernetesApiException error = (await apply.Should().ThrowAsync<KubernetesApiException>()).Which;
        error.Message.Should().Contain("dataa");
        error.Reason.Should().Be(KubernetesErrorReason.BadRequest);
    }

    [Test]
    public async Task An_invalid_object_is_told_field_by_field()
    {
        Func<Task> create = () => _client.CreateAsync(Objects.ConfigMap(_namespace, "Not_A_Name"), Objects.Plain);

        KubernetesApiException error = (await create.Should().ThrowAsync<KubernetesApiException>()).Which;
        error.Reason.Should().Be(KubernetesErrorReason.Invalid);
        error.Status.Causes.Should().ContainSingle().Which.Field.Should().Be("metadata.name");
    }

    [Test]
    public async Task A_value_of_a_secret_is_in_no_error()
    {
        Secret secret = new() { Metadata = new("s3cr3t-NAME", _namespace), Data = [KeyValuePair.Create("a key", new SecretText("aHVudGVyMg=="))] };

        Func<Task> create = () => _client.CreateAsync(secret, Objects.Plain);

        KubernetesApiException error = (await create.Should().ThrowAsync<KubernetesApiException>()).Which;
        error.ToString().Should().NotContain("aHVudGVyMg").And.NotContain("hunter2").And.Contain("value: ***");
    }

    [TestCase("data: {key: 12345678}")]
    [TestCase("data: {key: {inner: hunter2}}")]
    [TestCase("data: {key: [\"hunter2\\nhunter2\"]}")]
    [TestCase("data: hunter2")]
    [TestCase("data: {key: hunter2!}")]
    [TestCase("stringData: [hunter2]")]
    public async Task A_value_of_a_secret_of_the_wrong_shape_is_in_no_error(string fields)
    {
        IResource secret = new ResourceReader(ResourceKinds.None).Read($"apiVersion: v1\nkind: Secret\nmetadata: {{name: misshaped, namespace: {_namespace}}}\n{fields}")[0];

        Func<Task> apply = () => _client.ApplyAsync(secret, Objects.Plain);
        Func<Task> create = () => _client.CreateAsync(secret, Objects.Plain);

        (await apply.Should().ThrowAsync<KubernetesApiException>()).Which.ToString().Should().NotContain("hunter2").And.NotContain("12345678");
        (await create.Should().ThrowAsync<KubernetesApiException>()).Which.ToString().Should().NotContain("hunter2").And.NotContain("12345678");
    }

    [TestCase(403, """{"kind":"Status","message":"admission webhook \"strength\" denied the request: 'hunter2-hunter2' is weak","reason":"Forbidden","code":403}""")]
    [TestCase(422, """{"kind":"Status","message":"aHVudGVyMi1odW50ZXIy is weak","reason":"Invalid","code":422,"details":{"causes":[{"message":"it is hunter2-hunter2"}]}}""")]
    [TestCase(400, "a proxy says hunter2-hunter2")]
    public async Task A_value_of_a_secret_is_in_no_error_whoever_quotes_it(int status, string body)
    {
        await _east.Faults.AddAsync(new($"{_namespace}/secrets/quoted") { Method = "PATCH", Status = status, Body = body });
        Secret secret = new() { Metadata = new("quoted", _namespace), Data = [new("key", SecretText.ToBase64("hunter2-hunter2"))] };

        Func<Task> apply = () => _client.ApplyAsync(secret, Objects.Plain);

        KubernetesApiException error = (await apply.Should().ThrowAsync<KubernetesApiException>()).Which;
        error.Status.Code.Should().Be(status);
        $"{error} {error.Status}".Should().NotContain("hunter2").And.NotContain("aHVudGVyMi1");
    }

    [Test]
    public async Task An_object_that_exists_is_not_created_again()
    {
        ConfigMap map = Objects.ConfigMap(_namespace, "twice");
        await _client.CreateAsync(map, Objects.Plain);

        Func<Task> again = () => _client.CreateAsync(map, Objects.Plain);

        (await again.Should().ThrowAsync<KubernetesApiException>()).Which.Reason.Should().Be(KubernetesErrorReason.AlreadyExists);
    }

    [Test]
    public async Task An_object_that_is_missing_is_named()
    {
        Func<Task> get = () => _client.GetAsync(new("", "v1", "ConfigMap", _namespace, "missing"));

        KubernetesApiException error = (await get.Should().ThrowAsync<KubernetesApiException>()).Which;
        error.Reason.Should().Be(KubernetesErrorReason.NotFound);
        error.Message.Should().Contain("missing").And.Contain(_east.Server.Authority);
    }

    [Test]
    public async Task An_unknown_kind_is_named_with_what_was_probably_meant()
    {
        Func<Task> get = () => _client.GetAsync(new("", "v1", "ConfigMaps", _namespace, "x"));

        (await get.Should().ThrowAsync<UnknownKindException>()).Which.Message.Should().Contain("ConfigMaps.v1").And.Contain("'ConfigMap'");
    }

    [Test]
    public async Task A_user_without_a_role_is_told_what_is_missing()
    {
        using KubernetesApiClient viewer = KubernetesApiClient.Connect(_east.ConnectionWith(Lab.ViewerToken));

        Func<Task> list = () => viewer.ListAsync(Objects.ConfigMaps, KubernetesListOptions.All).NamesAsync();

        KubernetesApiException error = (await list.Should().ThrowAsync<KubernetesApiException>()).Which;
        error.Reason.Should().Be(KubernetesErrorReason.Forbidden);
        error.Message.Should().Contain("\"viewer\"").And.Contain("list").And.Contain("configmaps").And.Contain("role");
    }

    [Test]
    public async Task A_role_makes_the_difference()
    {
        await _client.ApplyAsync(new Role { Metadata = new("readers", _namespace), Rules = [new() { ApiGroups = [""], Resources = ["configmaps"], Verbs = ["list"] }] }, Objects.Plain);
        await _client.ApplyAsync(
            new RoleBinding
            {
                Metadata = new("readers", _namespace),
                RoleRef = new() { ApiGroup = "rbac.authorization.k8s.io", Kind = "Role", Name = "readers" },
                Subjects = [new() { ApiGroup = "rbac.authorization.k8s.io", Kind = "Group", Name = "viewers" }],
            },
            Objects.Plain);
        using KubernetesApiClient viewer = KubernetesApiClient.Connect(_east.ConnectionWith(Lab.ViewerToken));

        AccessAnswer here = await viewer.CanAsync(new("list", "", "configmaps") { Namespace = _namespace });
        AccessAnswer elsewhere = await viewer.CanAsync(new("list", "", "configmaps") { Namespace = "default" });
        List<string> listed = await viewer.ListAsync(Objects.ConfigMaps, new() { Namespace = _namespace }).NamesAsync();

        here.IsAllowed.Should().BeTrue();
        elsewhere.IsAllowed.Should().BeFalse();
        listed.Should().NotBeNull();
    }

    [Test]
    public async Task A_refused_token_is_said_to_be_so_and_not_shown()
    {
        using KubernetesApiClient stranger = KubernetesApiClient.Connect(_east.ConnectionWith("not-a-token-of-this-cluster"));

        Func<Task> list = () => stranger.ListAsync(Objects.ConfigMaps, KubernetesListOptions.All).NamesAsync();

        KubernetesApiException error = (await list.Should().ThrowAsync<KubernetesApiException>()).Which;
        error.Reason.Should().Be(KubernetesErrorReason.Unauthorized);
        error.ToString().Should().NotContain("not-a-token-of-this-cluster");
        error.Remedy.Should().Contain("credential");
    }

    [Test]
    public async Task A_token_that_has_ended_is_refused()
    {
        await _client.ApplyAsync(new ServiceAccount { Metadata = new("bot", _namespace) }, Objects.Plain);
        ServiceAccountToken live = await _client.RequestTokenAsync(_namespace, "bot", TimeSpan.FromHours(1));
        using KubernetesApiClient fresh = KubernetesApiClient.Connect(_east.ConnectionWith(live.Token.Reveal()));
        using KubernetesApiClient late = KubernetesApiClient.Connect(_east.ConnectionWith(LabTokens.Ended(_east, live.Token.Reveal())));

        Func<Task> ask = () => late.CanAsync(new("list", "", "configmaps"));

        (await fresh.CanAsync(new("list", "", "configmaps"))).IsAllowed.Should().BeFalse();
        (await ask.Should().ThrowAsync<KubernetesApiException>()).Which.Reason.Should().Be(KubernetesErrorReason.Unauthorized);
        live.ExpiresAt.Should().BeAfter(TimeProvider.System.GetUtcNow());
        live.ToString().Should().NotContain(live.Token.Reveal());
    }

    [Test]
    public async Task An_object_that_has_changed_since_is_not_deleted()
    {
        ConfigMap map = Objects.ConfigMap(_namespace, "moved");
        IResource first = (await _client.ApplyAsync(map, Objects.Plain)).Resource;
        await _client.ApplyAsync(Objects.ConfigMap(_namespace, "moved", "2"), Objects.Plain);

        Func<Task> outdated = () => _client.DeleteAsync(ResourceKey.Of(map), new() { ResourceVersion = first.Metadata.ResourceVersion });
        Func<Task> another = () => _client.DeleteAsync(ResourceKey.Of(map), new() { Uid = "00000000-0000-0000-0000-000000000000" });

        (await outdated.Should().ThrowAsync<KubernetesApiException>()).Which.Reason.Should().Be(KubernetesErrorReason.Conflict);
        (await another.Should().ThrowAsync<KubernetesApiException>()).Which.Reason.Should().Be(KubernetesErrorReason.Conflict);
        (await _client.DeleteAsync(ResourceKey.Of(map), new() { Uid = first.Metadata.Uid, Propagation = KubernetesPropagation.Background })).Should().BeTrue();
        (await _client.DeleteAsync(ResourceKey.Of(map), KubernetesDeleteOptions.Default)).Should().BeFalse("there is none any more");
    }
}
