using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.ServiceEntries;

/// <summary>Who is resolved while requests come in has no endpoints.</summary>
internal sealed class DynamicEntryHasNoEndpoints : Rule<ServiceEntrySpec>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2426",
        DiagnosticSeverity.Error,
        "resolution is DYNAMIC_DNS and endpoints has {0} entries.",
        "Leave endpoints out, or set resolution to DNS.");

    public override string VectorId => "SE-DYNAMIC-DNS-ENDPOINTS";

    public override void Check(ServiceEntrySpec value, Place place)
    {
        if (value.Endpoints.Count > 0)
        {
            place.Field("endpoints").Report(Descriptor, value.Endpoints.Count);
        }
    }
}
