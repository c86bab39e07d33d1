using System.Reflection;

namespace Mesh.Sdk.Tests.Architecture;

public sealed class RoomTests
{
    private static readonly Dictionary<string, string[]> RoomsBelow = new()
    {
        ["Diagnostics"] = [],
        ["Resources"] = ["Diagnostics"],
        ["Istio"] = ["Diagnostics", "Resources"],
        ["Topology"] = ["Diagnostics", "Resources"],
        ["Rendering"] = ["Diagnostics", "Resources", "Istio", "Topology"],
        ["Failover"] = ["Diagnostics", "Resources", "Istio", "Topology"],
        ["Analysis"] = ["Diagnostics", "Resources", "Istio", "Topology", "Rendering", "Failover"],
        ["Simulation"] = ["Diagnostics", "Resources", "Istio", "Topology", "Rendering", "Failover"],
        ["Live"] = ["Diagnostics", "Resources", "Topology", "Simulation"],
        ["Apply"] = ["Diagnostics", "Resources"],
        ["Kubernetes"] = ["Diagnostics", "Resources", "Apply"],
        ["Attachment"] = ["Diagnostics", "Resources", "Istio", "Topology", "Rendering", "Apply", "Kubernetes"],
        ["Hosting"] = ["Diagnostics", "Resources", "Topology", "Kubernetes", "Attachment"],
    };

    private static readonly Assembly Library = typeof(Sdk.Diagnostics.Diagnostic).Assembly;

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
    public void The_library_references_nothing_but_the_runtime_and_yaml() =>
        Library.GetReferencedAssemblies()
            .Select(a => a.Name!)
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal) && !name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal))
            .Should().BeSubsetOf(["YamlDotNet"]);

    [Test]
    public void Programs_can_use_all_rooms_without_telling_names_apart() =>
        Library.GetExportedTypes()
            .Where(t => t is { IsNested: false, Namespace: not ("Mesh.Sdk.Resources.Core" or "Mesh.Sdk.Resources.GatewayApi") })
            .GroupBy(t => t.Name)
            .Where(g => g.Count() > 1)
            .Select(g => string.Join(", ", g.Select(t => t.FullName)))
            .Should().BeEmpty();

    private static string? RoomOf(Type type)
    {
        string[] parts = (type.Namespace ?? "").Split('.');
        return parts is ["Mesh", "Sdk", var room, ..] && type.Assembly == Library ? room : null;
    }
}
