using System.Reflection;

namespace Mesh.Sdk.Kafka.Tests;

public sealed class PackageTests
{
    [Test]
    public void The_Kafka_library_stands_on_the_mesh_library_and_never_the_other_way()
    {
        Assembly kafka = Assembly.Load("Mesh.Sdk.Kafka");
        Assembly mesh = Assembly.Load("Mesh.Sdk");

        kafka.GetName().Name.Should().Be("Mesh.Sdk.Kafka");
        mesh.GetReferencedAssemblies().Select(a => a.Name).Should().NotContain(n => n!.Contains("Kafka", StringComparison.Ordinal));
    }
}
