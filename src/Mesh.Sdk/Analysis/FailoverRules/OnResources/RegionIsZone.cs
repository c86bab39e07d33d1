using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>Failover is from region to region; zones come by themselves.</summary>
/// <remarks>Specification 4.2.</remarks>
internal sealed class RegionIsZone : FailoverRegionRule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2107",
        DiagnosticSeverity.Warning,
        "The failover names '{0}', which is a zone of region '{1}'; only whole regions are compared, so it {2}.",
        "Write '{1}'; zones of one region precede other regions without being named.");

    protected override void Check(string? region, KnownLocalities localities, Place place, string effect)
    {
        string? whole = region?.Contains('/', StringComparison.Ordinal) == true ? region.Split('/')[0] : localities.RegionOfZone(region ?? "");
        if (whole is { Length: > 0 })
        {
            place.Report(place.SetField(whole, $"Set {place.Path} to {whole}."), Descriptor, region, whole, effect);
        }
    }
}
