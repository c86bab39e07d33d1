using System.Net;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.IntegrationTests.Labs;
using Mesh.Sdk.Kubernetes;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Core;

namespace Mesh.Sdk.IntegrationTests.Kubernetes;

public sealed class ReadAndWriteTests
{
    private KubernetesApiClient _client = null!;
    private string _namespace = "";

    [OneTimeSetUp]
    public async Task Connect()
    {
        LabCluster east = await SharedLab.EastAsync();
        _client = east.Connect();
        _namespace = await _client.NewNamespaceAsync();
    }

    [OneTimeTearDown]
    public void Disconnect() => _client?.Dispose();

    [Test]
    public async Task Requests_go_over_HTTP_2()
    {
        LabCluster east = await SharedLab.EastAsync();
        using HttpTransport transport = HttpTransport.Connect(east.Connection);
        using HttpRequestMessage request = new(HttpMethod.Get, new Uri("/version", UriKind.Relative));

        using HttpResponseMessage answer = await transport.SendAsync(request, CancellationToken.None);

        answer.Version.Should().Be(HttpVersion.Version20);
    }

    [Test]
    public async Task An_applied_object_can_be_got()
    {
        ConfigMap map = Objects.ConfigMap(_namespace, "applied");

        AppliedResource first = await _client.ApplyAsync(map, Objects.Plain);
        AppliedResource second = await _client.ApplyAsync(map, Objects.Plain);
        IResource got = await _client.GetAsync(ResourceKey.Of(map));

        first.WasCreated.Should().BeTrue();
        second.WasCreated.Should().BeFalse();
        got.Should().Be(second.Resource);
        got.Metadata.ResourceVersion.Should().Be(first.Resource.Metadata.ResourceVersion, "nothing changed the second time");
        ((UntypedResource)got).Fields["data"]!.Fields["key"]!.Text.Should().Be("1");
    }

    // The server reads what is applied as YAML, which knows other escapes, line breaks and characters than JSON.
    [TestCase("\U0001F680 of two halves")]
    [TestCase("\u2028 \u2029 \u0085 breaks")]
    [TestCase("\\uD83D \\\U0001F680 \\\\ \"\U0001F680\"\U0001F680")]
    [TestCase("\t tab, \u007F delete, \uFEFF mark, \uE000 private, \u00A0 space, \u0378 none, \uD7FF last")]
    [TestCase(" \r\n  a: b\r # \\ \" ' / ? - &x *y <<: \n ")]
    [TestCase("yes")]
    [TestCase("1e3")]
    [TestCase("2001-01-01")]
    [TestCase("~")]
    public async Task A_text_is_stored_as_it_is(string text)
    {
        ConfigMap map = Objects.ConfigMap(_namespace, "text", text) with { Metadata = new("text", _namespace) { Annotations = [new("example.com/text", text)] } };

        await _client.ApplyAsync(map, Objects.Plain);
        UntypedResource got = (UntypedResource)await _client.GetAsync(ResourceKey.Of(map));

        got.Fields["data"]!.Fields["key"]!.Text.Should().Be(text);
        got.Metadata.Annotations["example.com/text"].Should().Be(text);
    }

    [Test]
    public async Task A_list_is_read_in_pages()
    {
        string @namespace = await _client.NewNamespaceAsync();
        string[] names = ["a", "b", "c", "d", "e"];
        foreach (string name in names)
        {
            await _client.ApplyAsync(Objects.ConfigMap(@namespace, name), Objects.Plain);
        }

        List<string> listed = await _client.ListAsync(Objects.ConfigMaps, new() { Namespace = @namespace, PageSize = 2 }).NamesAsync();

        listed.Should().Equal(names);
    }

    [Test]
    public async Task Objects_are_chosen_by_label_and_field()
    {
        string @namespace = await _client.NewNamespaceAsync();
        ConfigMap labelled = Objects.ConfigMap(@namespace, "labelled");
        await _client.ApplyAsync(labelled with { Metadata = labelled.Metadata with { Labels = [KeyValuePair.Create("tier", "test")] } }, Objects.Plain);
        await _client.ApplyAsync(Objects.ConfigMap(@namespace, "plain"), Objects.Plain);

        List<string> byLabel = await _client.ListAsync(Objects.ConfigMaps, new() { Namespace = @namespace, LabelSelector = "tier in (test, prod)" }).NamesAsync();
        List<string> byField = await _client.ListAsync(Objects.ConfigMaps, new() { Namespace = @namespace, FieldSelector = "metadata.name=plain" }).NamesAsync();

        byLabel.Should().Equal("labelled");
        byField.Should().Equal("plain");
    }

    [Test]
    public async Task Kinds_that_are_asked_for_come_typed()
    {
        LabCluster east = await SharedLab.EastAsync();
        using KubernetesApiClient typed = east.Connect(new() { Kinds = CoreKinds.All });
        ConfigMap map = Objects.ConfigMap(_namespace, "typed", "42");
        await typed.ApplyAsync(map, Objects.Plain);

        IResource got = await typed.GetAsync(ResourceKey.Of(map));

        got.Should().BeOfType<ConfigMap>().Which.Data["key"].Should().Be("42");
    }

    [Test]
    public async Task A_kind_that_is_defined_later_is_found()
    {
        await _client.Discovery.ListAsync();
        ResourceKind kind = new("lab.example.org", "v1", "Widget");
        (await _client.Discovery.FindAsync(kind)).Should().BeNull();

        await _client.ApplyAsync(WidgetDefinition(), Objects.Plain);
        await _client.UntilServedAsync(kind);

        ApiResource served = await _client.Discovery.GetAsync(kind);
        served.Plural.Should().Be("widgetry", "plurals are not guessed");
        served.IsNamespaced.Should().BeTrue();
        served.ShortNames.Should().Equal("wg");
        (await _client.Discovery.GetAsync("lab.example.org", "Widget")).Should().Be(served);
    }

    [Test]
    public async Task Discovery_without_the_aggregated_form_finds_the_same()
    {
        LabCluster east = await SharedLab.EastAsync();
        using PlainDiscoveryTransport plain = new(HttpTransport.Connect(east.Connection));
        using KubernetesApiClient old = new(plain);

        ApiResource oldOne = await old.Discovery.GetAsync("apps", "Deployment");
        ApiResource newOne = await _client.Discovery.GetAsync("apps", "Deployment");

        plain.Requests.Should().BeGreaterThan(10);
        oldOne.Plural.Should().Be(newOne.Plural);
        oldOne.IsNamespaced.Should().Be(newOne.IsNamespaced);
        oldOne.Subresources.Should().BeEquivalentTo(newOne.Subresources);
    }

    [Test]
    public async Task Scale_and_status_are_written_apart()
    {
        ResourceKey key = new("apps", "v1", "Deployment", _namespace, "scaled");
        await _client.ApplyAsync(Read(
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: scaled}
            spec:
              selector: {matchLabels: {app: s}}
              template:
                metadata: {labels: {app: s}}
                spec: {containers: [{name: s, image: "s:1"}]}
            """).WithMetadata(new("scaled", _namespace)), Objects.Plain);

        await _client.ApplySubresourceAsync(key, "scale", Read(
            """
            apiVersion: autoscaling/v1
            kind: Scale
            metadata: {name: scaled}
            spec: {replicas: 3}
            """), new() { FieldManager = "scaler", Force = true });
        await _client.ApplySubresourceAsync(key, "status", Read(
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: scaled}
            status: {replicas: 3, readyReplicas: 2}
            """), new() { FieldManager = "controller" });

        UntypedResource deployment = (UntypedResource)await _client.GetAsync(key);
        deployment.Fields["spec"]!.Fields["replicas"]!.Number.Should().Be("3");
        deployment.Fields["status"]!.Fields["readyReplicas"]!.Number.Should().Be("2");
        ((UntypedResource)await _client.GetSubresourceAsync(key, "scale")).Type.Name.Should().Be("Scale");
    }

    [Test]
    public async Task The_server_tells_its_version()
    {
        KubernetesVersion version = await _client.GetVersionAsync();

        version.GitVersion.Should().StartWith("v1.");
        version.Major.Should().Be("1");
    }

    [Test]
    public async Task No_more_requests_are_under_way_than_allowed()
    {
        LabCluster east = await SharedLab.EastAsync();
        using CountingTransport counting = new(HttpTransport.Connect(east.Connection));
        using KubernetesApiClient narrow = new(counting, new() { MaxParallelRequests = 3 });

        await Task.WhenAll(Enumerable.Range(0, 60).Select(i => narrow.ApplyAsync(Objects.ConfigMap(_namespace, $"parallel-{i}"), Objects.Plain)));

        counting.Most.Should().Be(3);
    }

    [Test]
    public async Task Warnings_of_the_server_are_passed_on()
    {
        LabCluster east = await SharedLab.EastAsync();
        east.Requires(25, "Validation of fields by the server");
        Warnings warnings = new();
        using KubernetesApiClient client = east.Connect(new() { Warnings = warnings });
        IResource map = Read(
            """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: warned}
            dataa: {}
            """).WithMetadata(new("warned", _namespace));

        await client.CreateAsync(map, new() { FieldValidation = KubernetesFieldValidation.Warn });

        warnings.Should().ContainSingle().Which.Should().Match<Diagnostic>(d => d.Code == "MESH4120" && d.Message.Contains("dataa"));
    }

    private static IResource Read(string yaml) => new ResourceReader(ResourceKinds.None).Read(yaml).Single();

    private static IResource WidgetDefinition() => Read(
        """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: widgetry.lab.example.org}
        spec:
          group: lab.example.org
          scope: Namespaced
          names: {kind: Widget, plural: widgetry, singular: widget, shortNames: [wg]}
          versions:
          - name: v1
            served: true
            storage: true
            schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}
        """);
}
