using FsCheck;
using FsCheck.Fluent;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Tests.Topology;

public sealed class DefinitionLawTests
{
    private static readonly string[] Regions = ["eu-west-1", "eu-west-2", "eu-west-3", "europe-west2"];

    [Test]
    public void Defining_twice_gives_equal_meshes_equal_hashes_and_equal_reports() =>
        Prop.ForAll(
            Declarations().ToArbitrary(),
            declare =>
            {
                DiagnosticReport first = ServiceMesh.TryDefine("shop", declare, out ServiceMesh? one);
                DiagnosticReport second = ServiceMesh.TryDefine("shop", declare, out ServiceMesh? two);
                return first.SequenceEqual(second) && one == two && one?.GetHashCode() == two?.GetHashCode();
            })
            .Holds();

    [Test]
    public void A_mesh_is_built_exactly_when_no_finding_is_an_error_and_its_own_check_agrees() =>
        Prop.ForAll(
            Declarations().ToArbitrary(),
            declare =>
            {
                DiagnosticReport report = ServiceMesh.TryDefine("shop", declare, out ServiceMesh? mesh);
                return report.HasErrors == mesh is null && (mesh is null || mesh.Check().SequenceEqual(report));
            })
            .Holds();

    [Test]
    public void Weights_are_taken_exactly_when_each_is_positive_and_they_sum_to_100() =>
        Prop.ForAll(
            Gen.Choose(-10, 110).ArrayOf().ToArbitrary(),
            weights =>
            {
                DiagnosticReport report = ServiceMesh.TryDefine(
                    "shop",
                    m => m.AddService("orders", "shop", s => s.Distributes("home", d =>
                    {
                        for (int i = 0; i < weights.Length; i++)
                        {
                            d.To($"region-{i}", weights[i]);
                        }
                    })),
                    out _);
                return report.HasErrors == (weights.Sum() != 100 || weights.Any(w => w is < 1 or > 100));
            })
            .Holds();

    private static Gen<Action<ServiceMeshBuilder>> Declarations() =>
        from clusters in Gen.Elements(Regions).ListOf()
        from failovers in Gen.Zip(Gen.Elements(Regions), Gen.Elements(Regions)).ListOf()
        from order in Gen.Elements(Regions).ListOf()
        from ejects in Gen.Elements(true, false)
        from replicas in Gen.Choose(-1, 3)
        select new Action<ServiceMeshBuilder>(m => Declare(m, clusters, failovers, order, ejects, replicas));

    private static void Declare(
        ServiceMeshBuilder m,
        List<string> clusters,
        IEnumerable<(string From, string To)> failovers,
        IEnumerable<string> order,
        bool ejects,
        int replicas)
    {
        for (int i = 0; i < clusters.Count; i++)
        {
            m.AddCluster($"cluster-{i}", c => (i == 0 ? c.AsHost() : c.AsPeer()).OnAws(clusters[i]));
        }

        m.AddService("orders", "shop", s =>
        {
            s.OnPort(8080).RunsOn("cluster-0", replicas).FailsOverInOrder([.. order]);
            foreach ((string from, string to) in failovers)
            {
                s.FailsOver(from, to);
            }

            if (ejects)
            {
                s.EjectsOutliers();
            }
        });
    }
}
