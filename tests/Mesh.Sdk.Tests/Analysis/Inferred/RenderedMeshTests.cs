using Mesh.Sdk.Analysis;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Rendering;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Core;
using Mesh.Sdk.Tests.Pages;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Tests.Analysis.Inferred;

/// <summary>What is found in a definition is found in the objects that it renders as well, without the definition.</summary>
public sealed class RenderedMeshTests
{
    // An object may be told the cause where the definition is told the effect.
    private static readonly HashSet<(string Definition, string Object)> EffectsAndCauses = [("MESH2155", "MESH2104"), ("MESH2156", "MESH2102"), ("MESH1424", "MESH2104")];

    private static IEnumerable<string> Codes =>
        DefinitionPages.Codes.Intersect(Analyzers.OfMeshes.SelectMany(a => a.Rules).Select(r => r.Descriptor.Code));

    [TestCaseSource(nameof(Codes))]
    public void The_bad_definition_of_a_page_is_found_in_its_objects(string code) =>
        Find(code, "Bad").Select(d => d.Code).Should().Contain(code);

    [TestCaseSource(nameof(Codes))]
    public void The_good_definition_of_a_page_is_not_found_in_its_objects(string code) =>
        Find(code, "Good").Select(d => d.Code).Should().NotContain(code);

    [TestCaseSource(nameof(Codes))]
    public void Remedies_name_objects_and_no_calls_of_a_definition(string code)
    {
        string[] calls = [.. typeof(MeshServiceBuilder).GetMethods().Concat(typeof(MeshClusterBuilder).GetMethods()).Select(m => m.Name).Where(n => n.Length > 4).Distinct()];

        foreach (Diagnostic finding in Find(code, "Bad").Where(d => d.Code == code))
        {
            calls.Where(c => finding.Remedy.Contains(c, StringComparison.Ordinal)).Should().BeEmpty();
            finding.Object.Should().NotBeNull();
        }
    }

    [TestCaseSource(typeof(DefinitionPages), nameof(DefinitionPages.Codes))]
    public void A_definition_and_its_objects_do_not_tell_the_same_twice(string code)
    {
        if (MeshOf(code, "Bad") is not { } mesh)
        {
            DefinitionRecorder.Definition!.HasErrors.Should().BeTrue("the definition is refused");
            return;
        }

        DiagnosticReport report = mesh.Analyze();

        report.GroupBy(d => (d.Code, d.Message)).Where(g => g.Select(d => d.Object?.Split(": ")[^1]).Distinct().Count() > 1).Should().BeEmpty();
        report.Where(d => Codes.Contains(d.Code) && d.Object is not null).Should().BeEmpty();
        report.Where(d => d.Object is not null && d.Code.StartsWith("MESH21", StringComparison.Ordinal))
            .Where(d => report.Any(r => r.Object is null) && !report.Any(r => EffectsAndCauses.Contains((r.Code, d.Code))))
            .Should().BeEmpty();
    }

    private static DiagnosticReport Find(string code, string heading)
    {
        ServiceMesh mesh = MeshOf(code, heading)!;
        return mesh.Render().Merge(ResourceSet.From(mesh.Clusters.SelectMany(Platform))).Analyze();
    }

    // Pages leave out what containers run, without which no Deployment is rendered.
    private static ServiceMesh? MeshOf(string code, string heading)
    {
        DefinitionPages.Run(code, heading);
        if (DefinitionRecorder.Mesh is not { } mesh)
        {
            return null;
        }

        WorkloadContainer container = new() { Image = "example.com/app:1" };
        return mesh with
        {
            Services = mesh.Services.Select(s => s with { Workloads = s.Workloads.Select(w => w with { Container = container }).ToEquatableList() }).ToEquatableList(),
            Clients = mesh.Clients.Select(c => c with { Workloads = c.Workloads.Select(w => w with { Container = container }).ToEquatableList() }).ToEquatableList(),
        };
    }

    // What the platform has, and a definition does not render: nodes, and gateways with their addresses.
    private static IEnumerable<ResourceEntry> Platform(MeshCluster cluster)
    {
        Node Node(string name, Locality locality) => new()
        {
            Metadata = new(name) { Labels = new Dictionary<string, string> { ["topology.kubernetes.io/region"] = locality.Region, ["topology.kubernetes.io/zone"] = locality.Zone }.Where(l => l.Value.Length > 0).ToEquatableMap() },
            Spec = new(),
        };
        IEnumerable<Node> nodes = cluster.Zones.Count == 0 ? [Node("node", cluster.Locality)] : cluster.Zones.Select(z => Node(z, cluster.LocalityIn(z)));
        foreach (Node node in nodes)
        {
            yield return new(node, cluster.Name);
        }

        if (cluster.GatewayAddresses.Count > 0)
        {
            Service gateway = new()
            {
                Metadata = new("istio-eastwestgateway", "istio-system") { Labels = [new("topology.istio.io/network", cluster.Network)] },
                Spec = new() { Selector = [new("istio", "eastwestgateway")] },
                Status = new() { LoadBalancer = new() { Ingress = cluster.GatewayAddresses.Select(a => new LoadBalancerIngress { Ip = a }).ToEquatableList() } },
            };
            yield return new(gateway, cluster.Name);
        }
    }
}
