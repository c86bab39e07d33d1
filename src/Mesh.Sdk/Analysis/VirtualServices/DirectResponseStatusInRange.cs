using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>The status of a direct response is one of HTTP.</summary>
internal sealed class DirectResponseStatusInRange : Rule<HttpDirectResponse>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2362",
        DiagnosticSeverity.Error,
        "status is {0}, and Istio accepts 200 to 600.",
        "Give the status that clients shall see, such as 503.");

    public override string VectorId => "VS-DIRECT-STATUS";

    public override void Check(HttpDirectResponse value, Place place)
    {
        if (value.Status is < 200 or > 600)
        {
            place.Field("status").Report(Descriptor, value.Status);
        }
    }
}
