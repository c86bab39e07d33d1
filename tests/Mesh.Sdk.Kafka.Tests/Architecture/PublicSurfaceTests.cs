using System.Reflection;
using Mesh.Sdk.Tests;
using Mesh.Sdk.Tests.Architecture;

namespace Mesh.Sdk.Kafka.Tests.Architecture;

public sealed class PublicSurfaceTests
{
    /// <summary>Set to write the listings instead of comparing them: MESH_ACCEPT_SURFACE=1 dotnet test --filter PublicSurface.</summary>
    private static readonly bool Accept = Environment.GetEnvironmentVariable("MESH_ACCEPT_SURFACE") == "1";

    [Test]
    public void The_public_surface_is_the_committed_one()
    {
        Assembly assembly = typeof(Kafka.Replication.ReplicationTopology).Assembly;
        string listing = Path.Combine(TestFolders.Repository(), "tests", "Mesh.Sdk.Kafka.Tests", "Architecture", $"{assembly.GetName().Name}.surface.txt");
        string actual = PublicSurface.Of(assembly);
        if (Accept)
        {
            File.WriteAllText(listing, actual);
        }

        string[] expected = File.ReadAllLines(listing);
        string[] lines = actual.TrimEnd('\n').Split('\n');

        lines.Except(expected).Should().BeEmpty("new members are added to the listing on purpose (MESH_ACCEPT_SURFACE=1)");
        expected.Except(lines).Should().BeEmpty("removed members are taken from the listing on purpose (MESH_ACCEPT_SURFACE=1)");
    }
}
