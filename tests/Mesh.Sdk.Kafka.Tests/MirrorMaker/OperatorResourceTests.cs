using Mesh.Sdk.Istio;
using Mesh.Sdk.Kafka.MirrorMaker;
using Mesh.Sdk.Kafka.Strimzi;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Tests;
using System.Text.Json.Nodes;

namespace Mesh.Sdk.Kafka.Tests.MirrorMaker;

/// <summary>The kinds of Strimzi and Koperator lose nothing of what they are read from.</summary>
public sealed class OperatorResourceTests
{
    private static readonly ResourceReader Typed = new(MeshKinds.All.With(KafkaKinds.All));

    private static readonly ResourceReader Untyped = new(ResourceKinds.None);

    [Test]
    public void Every_example_of_Strimzi_survives_as_typed_resource()
    {
        string[] files = Directory.GetFiles(TestFolders.Shared("vectors", "strimzi-examples"), "*.yaml", SearchOption.AllDirectories);
        files.Should().NotBeEmpty();
        foreach (string file in files)
        {
            string text = File.ReadAllText(file);
            IReadOnlyList<IResource> read = Typed.Read(text, file);

            read.Where(resource => resource is UntypedResource).Select(resource => $"{resource.Type.Version} {resource.Type.Name}")
                .Should().BeSubsetOf(["v1beta2 Kafka", "v1beta2 KafkaUser"], file);
            Typed.Read(read.ToYaml()).Should().Equal(read, file);
            Typed.Read(read.ToJson()).Should().Equal(read, file);
            foreach ((IResource original, IResource written) in Untyped.Read(text, file).Zip(Untyped.Read(read.ToYaml())))
            {
                JsonNode.DeepEquals(JsonNode.Parse(original.ToJson()), JsonNode.Parse(written.ToJson())).Should().BeTrue($"{file}: {original}");
            }
        }
    }

    [Test]
    public void A_required_false_is_written()
    {
        GenericKafkaListener listener = new() { Name = "plain", Port = 9092, Type = KafkaListenerType.Internal, Tls = false };
        Strimzi.Kafka kafka = new() { Metadata = new("aws", "kafka"), Spec = new() { Kafka = new() { Listeners = [listener] } } };

        kafka.ToYaml().Should().Contain("tls: false");
        Typed.Read(kafka.ToYaml()).Should().Equal(kafka);
    }

    [Test]
    public void A_map_of_lists_survives()
    {
        const string Yaml = """
            apiVersion: kafka.banzaicloud.io/v1beta1
            kind: KafkaCluster
            metadata:
              name: kafka
              namespace: kafka
            status:
              alertCount: 0
              state: ClusterRunning
              listenerStatuses:
                internalListeners:
                  plaintext:
                    - name: broker-0
                      address: kafka-0.kafka.svc:29092
            """;

        IReadOnlyList<IResource> read = Typed.Read(Yaml);

        read.Single().Should().BeOfType<Koperator.KafkaCluster>();
        JsonNode.DeepEquals(JsonNode.Parse(read.Single().ToJson()), JsonNode.Parse(Untyped.Read(Yaml).Single().ToJson())).Should().BeTrue();
    }
}
