using System.Buffers;
using System.Text;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Core;

namespace Mesh.Sdk.Tests.Resources;

/// <summary>Texts become resources, and resources texts and files.</summary>
public sealed class ResourceReaderTests
{
    private const string Rule = """
        apiVersion: networking.istio.io/v1beta1
        kind: DestinationRule
        metadata:
          name: frontpage
          namespace: backyards-demo
        spec:
          host: frontpage
          trafficPolicy:
            loadBalancer:
              localityLbSetting:
                enabled: true
                failover:
                - from: eu-west-3
                  to: eu-west-2
            outlierDetection:
              consecutive5xxErrors: 7
              interval: 5m
          futureField: {a: [1, "1"]}

        """;

    private static readonly ResourceReader Reader = new(IstioKinds.All.With(CoreKinds.All));

    [Test]
    public void A_known_kind_is_read_typed_and_written_in_the_current_version()
    {
        DestinationRule rule = Reader.Read(Rule).Should().ContainSingle().Which.Should().BeOfType<DestinationRule>().Subject;

        rule.Spec!.TrafficPolicy!.OutlierDetection!.Interval.Should().Be(TimeSpan.FromMinutes(5));
        rule.ToYaml().Should().Be("""
            apiVersion: networking.istio.io/v1
            kind: DestinationRule
            metadata:
              name: frontpage
              namespace: backyards-demo
            spec:
              host: frontpage
              trafficPolicy:
                loadBalancer:
                  localityLbSetting:
                    enabled: true
                    failover:
                    - from: eu-west-3
                      to: eu-west-2
                outlierDetection:
                  consecutive5xxErrors: 7
                  interval: 5m
              futureField:
                a:
                - 1
                - "1"

            """);
    }

    [Test]
    public void A_target_version_can_be_chosen()
    {
        TargetVersions versions = TargetVersions.Current.With("networking.istio.io", "v1alpha3");

        Reader.Read(Rule)[0].ToYaml(versions).Should().StartWith("apiVersion: networking.istio.io/v1alpha3\n");
        Reader.Read(Rule)[0].ToJson(versions).Should().Contain("\"networking.istio.io/v1alpha3\"");
    }

    [Test]
    public void An_unknown_kind_is_read_untyped_and_keeps_everything()
    {
        IResource resource = Reader.Read("apiVersion: example.org/v1\nkind: Thing\nmetadata:\n  name: a\nspec:\n  b: 0x10\n").Single();

        resource.Should().BeOfType<UntypedResource>().Which.Type.Group.Should().Be("example.org");
        resource.ToYaml().Should().Be("apiVersion: example.org/v1\nkind: Thing\nmetadata:\n  name: a\nspec:\n  b: 16\n");
    }

    [Test]
    public void Lists_are_unwrapped_and_their_items_need_not_repeat_the_type()
    {
        string item = Rule.TrimEnd('\n').Replace("\n", "\n  ", StringComparison.Ordinal);
        string list = $"apiVersion: v1\nkind: List\nitems:\n- {item}\n- {item}\n";
        string ofKind = "{\"apiVersion\": \"v1\", \"kind\": \"NamespaceList\", \"items\": [{\"metadata\": {\"name\": \"a\"}}]}";

        IReadOnlyList<IResource> resources = Reader.Read($"{list}---\n{ofKind}");

        resources.Select(r => r.Type.Name).Should().Equal("DestinationRule", "DestinationRule", "Namespace");
        resources[2].Metadata.Name.Should().Be("a");
    }

    [Test]
    public void Empty_documents_and_comments_are_left_out() =>
        Reader.Read($"---\n# nothing\n---\n---\nnull\n---\n{Rule}\n...\n---\n").Should().ContainSingle();

    [Test]
    public void Json_and_yaml_may_follow_each_other()
    {
        string json = Reader.Read(Rule)[0].ToJson();

        Reader.Read($"{json}{json}---\n{json}---\n{Rule}---\n{json}").Should().HaveCount(5).And.AllBeEquivalentTo(Reader.Read(Rule)[0]);
    }

    [Test]
    public void Several_resources_are_one_json_list()
    {
        IReadOnlyList<IResource> rules = Reader.Read(Rule + "---\n" + Rule);

        Reader.Read(rules.ToJson()).Should().Equal(rules);
        rules.ToJson().Should().StartWith("{\n  \"apiVersion\": \"v1\",\n  \"kind\": \"List\",\n  \"items\": [\n");
    }

    [Test]
    public void Documents_are_handed_out_before_later_ones_are_read()
    {
        using IEnumerator<IResource> resources = Reader.Enumerate(Rule + "---\nkind: X\n---\n" + Rule, "rules.yaml").GetEnumerator();

        resources.MoveNext().Should().BeTrue();
        resources.MoveNext().Should().BeTrue();
        resources.Invoking(r => r.MoveNext()).Should().Throw<ResourceReadException>().WithMessage("*MESH0014*");
    }

    [Test]
    public async Task Files_are_replaced_as_a_whole_and_read_again()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        string path = Path.Combine(folder, "rules.yaml");
        IReadOnlyList<IResource> rules = [.. Enumerable.Repeat(Reader.Read(Rule)[0], 2000)];
        await File.WriteAllTextAsync(path, "before");

        await rules.WriteYamlFileAsync(path);
        (await Reader.ReadFileAsync(path)).Should().Equal(rules);

        await rules.WriteJsonFileAsync(path);
        (await Reader.ReadFileAsync(path)).Should().Equal(rules);
        Directory.GetFiles(folder).Should().Equal(path);
        Directory.Delete(folder, recursive: true);
    }

    [Test]
    public async Task A_file_that_can_not_be_completed_is_left_as_it_was()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        string path = Path.Combine(folder, "rules.yaml");
        await File.WriteAllTextAsync(path, "before");
        IResource refused = new UntypedResource { Type = new("", "v1", "X"), Metadata = new("x"), Fields = new([new("a", "\uD800")]) };

        Func<Task> refusedText = () => new[] { Reader.Read(Rule)[0], refused }.WriteYamlFileAsync(path);
        Func<Task> cancelled = () => Reader.Read(Rule).WriteYamlFileAsync(path, new CancellationToken(canceled: true));

        await refusedText.Should().ThrowAsync<ArgumentException>();
        await cancelled.Should().ThrowAsync<OperationCanceledException>();
        (await File.ReadAllTextAsync(path)).Should().Be("before");
        Directory.GetFiles(folder).Should().Equal(path);
        Directory.Delete(folder, recursive: true);
    }

    [Test]
    public void Streams_and_buffers_get_the_same_bytes()
    {
        IReadOnlyList<IResource> rules = [.. Enumerable.Repeat(Reader.Read(Rule)[0], 1000)];
        using MemoryStream stream = new();
        ArrayBufferWriter<byte> buffer = new();

        rules.WriteYaml(stream);
        rules.WriteYaml(buffer);

        Encoding.UTF8.GetString(stream.ToArray()).Should().Be(rules.ToYaml());
        buffer.WrittenSpan.SequenceEqual(stream.ToArray()).Should().BeTrue();
    }

    [TestCase("utf-16")]
    [TestCase("utf-16BE")]
    [TestCase("utf-8")]
    public void Byte_order_marks_are_understood(string encoding)
    {
        Encoding encoder = Encoding.GetEncoding(encoding);

        Reader.Read((byte[])[.. encoder.GetPreamble(), .. encoder.GetBytes(Rule)], "rules.yaml").Should().Equal(Reader.Read(Rule));
    }
}
