using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.ServiceEntries;

/// <summary>Who keeps the original destination has no endpoints.</summary>
internal sealed class UnresolvedEntryHasNoEndpoints : Rule<ServiceEntrySpec>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2416",
        DiagnosticSeverity.Error,
        "resolution is NONE, which keeps the destination of the caller, and endpoints has {0} entries.",
        "Set resolution to STATIC or DNS, or leave endpoints out.");

    public override string VectorId => "SE-NONE-ENDPOINTS";

    public override void Check(ServiceEntrySpec value, Place place)
    {
        if (value.Resolution is null or ServiceEntryResolution.None
            && value.Endpoints.Count > 0)
        {
            place.Field("endpoints").Report(Descriptor, value.Endpoints.Count);
        }
    }
}
