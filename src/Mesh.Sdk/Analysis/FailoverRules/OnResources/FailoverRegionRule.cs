using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>A rule about each region that a failover names.</summary>
internal abstract class FailoverRegionRule : Rule<LocalityBlock>
{
    public sealed override void Check(LocalityBlock value, Place place)
    {
        EquatableList<LocalityFailover> entries = value.Setting.Failover;
        for (int i = 0; i < entries.Count; i++)
        {
            Place entry = place.Field(value.Policy.SettingField).Field("failover").Item(i);
            Check(entries[i]?.From, value.Model.Localities, entry.Field("from"), "holds for no client");
            Check(entries[i]?.To, value.Model.Localities, entry.Field("to"), "puts no endpoint first");
        }
    }

    /// <param name="region">The region as it is written.</param>
    /// <param name="localities">Where things run.</param>
    /// <param name="place">The field.</param>
    /// <param name="effect">What the entry does if the region is wrong.</param>
    protected abstract void Check(string? region, KnownLocalities localities, Place place, string effect);
}
