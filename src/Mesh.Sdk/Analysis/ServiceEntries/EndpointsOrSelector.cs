using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.ServiceEntries;

/// <summary>Endpoints are listed or selected.</summary>
internal sealed class EndpointsOrSelector : Rule<ServiceEntrySpec>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2402",
        DiagnosticSeverity.Error,
        "workloadSelector is set and endpoints has {0} entries, and Istio accepts only one of them.",
        "Leave workloadSelector or endpoints out.");

    public override string VectorId => "SE-SELECTOR-AND-ENDPOINTS";

    public override void Check(ServiceEntrySpec value, Place place)
    {
        if (value.WorkloadSelector is not null && value.Endpoints.Count > 0)
        {
            place.Field("endpoints").Report(Descriptor, value.Endpoints.Count);
        }
    }
}
