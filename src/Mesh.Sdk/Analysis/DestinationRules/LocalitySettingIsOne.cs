using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.DestinationRules;

/// <summary>Localities are balanced in one of two ways.</summary>
internal sealed class LocalitySettingIsOne : Rule<LoadBalancerSettings>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2268",
        DiagnosticSeverity.Error,
        "localityLbSetting and zoneAwareLbSetting are both set.",
        "Leave one of the two out.");

    public override string VectorId => "LB-LOCALITY-AND-ZONEAWARE";

    public override void Check(LoadBalancerSettings value, Place place)
    {
        if (value.LocalityLbSetting is not null && value.ZoneAwareLbSetting is not null)
        {
            place.Report(Descriptor);
        }
    }
}
