using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>Failover is from region to region; zones come by themselves.</summary>
/// <remarks>Specification 4.2.</remarks>
internal sealed class RegionIsZone : Rule<LocalityBlock>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2107",
        DiagnosticSeverity.Warning,
        "The failover names '{0}', which is a zone of region '{1}'; only whole regions are compared, so it {2}.",
        "Write '{1}'; zones of one region precede other regions without being named.");

    public override void Check(LocalityBlock value, Place place)
    {
        EquatableList<LocalityFailover> entries = value.Setting.Failover;
        for (int i = 0; i < entries.Count; i++)
        {
            Place entry = place.Field(value.Policy.SettingField).Field("failover").Item(i);
            Check(entries[i]?.From, value.Model.Localities, entry.Field("from"), "holds for no client");
            Check(entries[i]?.To, value.Model.Localities, entry.Field("to"), "puts no endpoint first");
        }
    }

    private void Check(string? name, KnownLocalities localities, Place place, string effect)
    {
        string zone = name?.Split('/') is [_, { Length: > 0 } second, ..] ? second : name ?? "";
        string? region = name?.Contains('/', StringComparison.Ordinal) == true ? name.Split('/')[0] : localities.RegionOfZone(zone);
        if (region is { Length: > 0 })
        {
            place.Report(place.SetField(region, $"Set {place.Path} to {region}."), Descriptor, name, region, effect);
        }
    }
}
