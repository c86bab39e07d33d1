using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.ServiceEntries;

/// <summary>Ranges of addresses are not resolved by name.</summary>
internal sealed class RangesAreNotResolved : Rule<ServiceEntrySpec>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2408",
        DiagnosticSeverity.Error,
        "The address '{0}' is a range, and Istio accepts ranges only with resolution NONE or STATIC.",
        "Set resolution to NONE or STATIC, or give single addresses.");

    public override string VectorId => "SE-CIDR-RESOLUTION";

    public override void Check(ServiceEntrySpec value, Place place)
    {
        if (value.Resolution is null or ServiceEntryResolution.None or ServiceEntryResolution.Static)
        {
            return;
        }

        for (int i = 0; i < value.Addresses.Count; i++)
        {
            if ((value.Addresses[i] ?? "").Contains('/', StringComparison.Ordinal))
            {
                place.Field("addresses").Item(i).Report(Descriptor, value.Addresses[i]);
            }
        }
    }
}
