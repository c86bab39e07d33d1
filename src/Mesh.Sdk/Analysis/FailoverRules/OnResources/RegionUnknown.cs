using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Topology.Checks;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>A region that nothing runs in neither sends nor receives.</summary>
internal sealed class RegionUnknown : FailoverRegionRule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2109",
        DiagnosticSeverity.Warning,
        "The failover names region '{0}', and no node, workload or cluster here is in it; known are {1}.{2}{3} It {4}.",
        "Write the region as the nodes are labelled (topology.kubernetes.io/region).");

    protected override void Check(string? region, KnownLocalities localities, Place place, string effect)
    {
        if (region is { Length: > 0 } && !region.Contains('/', StringComparison.Ordinal) && localities.Lacks(region) && localities.RegionOfZone(region) is null)
        {
            string? nearest = Suggestion.Nearest(region, localities.Regions);
            ResourceFix? fix = nearest is null ? null : place.SetField(nearest, $"Set {place.Path} to {nearest}.");
            place.Report(fix, Descriptor, region, Words.Quoted(localities.Regions), RegionCatalog.OwnerOf(region), Suggestion.For(region, localities.Regions), effect);
        }
    }
}
