using System.Reflection;
using Mesh.Sdk.Tests.Architecture;

namespace Mesh.Sdk.Kafka.Tests.Architecture;

public sealed class RoomTests
{
    private static readonly Dictionary<string, string[]> RoomsBelow = new()
    {
        ["Settings"] = [],
        ["Records"] = [],
        ["Replication"] = ["Settings"],
        ["Strimzi"] = [],
        ["Koperator"] = [],
        ["Schemas"] = [],
        ["MirrorMaker"] = ["Settings", "Replication", "Strimzi", "Koperator"],
        ["Connect"] = ["Settings", "Replication", "MirrorMaker", "Strimzi", "Recovery"],
        ["Clients"] = ["Settings", "Replication"],
        ["Recovery"] = ["Settings", "Records", "Replication", "Clients"],
        ["Usage"] = ["Settings", "Replication"],
        ["Analysis"] = ["Settings", "Replication", "MirrorMaker", "Usage"],
        ["Simulation"] = ["Settings", "Replication", "Usage"],
        ["Switching"] = ["Settings", "Replication", "Clients", "Recovery"],
        ["DisasterRecovery"] = ["Settings", "Replication", "Clients", "Recovery", "Usage"],
        ["Embedded"] = ["Settings", "Records", "Replication", "MirrorMaker", "Clients", "Recovery"],
    };

    // Named as their APIs name them; programs that use several say which.
    private static readonly string[] GeneratedKinds =
        ["Mesh.Sdk.Resources.Core", "Mesh.Sdk.Resources.GatewayApi", "Mesh.Sdk.Kafka.Strimzi", "Mesh.Sdk.Kafka.Koperator"];

    private static readonly Assembly Library = typeof(Kafka.Replication.ReplicationTopology).Assembly;

    [Test]
    public void A_room_uses_only_rooms_below_it()
    {
        var wrong =
            from type in Library.GetTypes()
            let room = RoomOf(type)
            where room is not null
            from used in IlReferences.Of(type)
            let usedRoom = RoomOf(used)
            where usedRoom is not null && usedRoom != room && !RoomsBelow[room].Contains(usedRoom)
            select $"{type.FullName} ({room}) uses {used.FullName} ({usedRoom})";

        wrong.Distinct().Should().BeEmpty();
    }

    [Test]
    public void Every_type_lives_in_a_room() =>
        Library.GetTypes()
            .Where(t => t.Namespace?.StartsWith("Mesh.", StringComparison.Ordinal) == true)
            .Where(t => RoomOf(t) is not { } room || !RoomsBelow.ContainsKey(room))
            .Should().BeEmpty();

    [Test]
    public void The_library_references_nothing_but_the_runtime_the_mesh_library_and_Kafkas_client() =>
        Library.GetReferencedAssemblies()
            .Select(a => a.Name!)
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal) && !name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal))
            .Should().BeSubsetOf(["Mesh.Sdk", "Confluent.Kafka"]);

    [Test]
    public void Programs_can_use_both_libraries_without_telling_names_apart() =>
        Library.GetExportedTypes().Concat(typeof(Sdk.Diagnostics.Diagnostic).Assembly.GetExportedTypes())
            .Where(t => !t.IsNested && !GeneratedKinds.Any(kinds => t.Namespace!.StartsWith(kinds, StringComparison.Ordinal)))
            .GroupBy(t => t.Name)
            .Where(g => g.Count() > 1)
            .Select(g => string.Join(", ", g.Select(t => t.FullName)))
            .Should().BeEmpty();

    private static string? RoomOf(Type type)
    {
        string[] parts = (type.Namespace ?? "").Split('.');
        return parts is ["Mesh", "Sdk", "Kafka", var room, ..] && type.Assembly == Library ? room : null;
    }
}
