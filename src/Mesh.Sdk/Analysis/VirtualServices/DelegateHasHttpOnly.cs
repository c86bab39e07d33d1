using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>A VirtualService without hosts is a delegate, which holds HTTP routes and nothing else.</summary>
internal sealed class DelegateHasHttpOnly : Rule<VirtualServiceSpec>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2300",
        DiagnosticSeverity.Error,
        "The VirtualService has no hosts and so is a delegate, but it sets '{0}'.",
        "Remove '{0}', or give the hosts that the VirtualService is for.");

    public override string VectorId => "VS-DELEGATE-FIELDS";

    public override void Check(VirtualServiceSpec value, Place place)
    {
        if (value.Hosts.Count > 0)
        {
            return;
        }

        Report(value.Gateways.Count, "gateways", place);
        Report(value.Tls.Count, "tls", place);
        Report(value.Tcp.Count, "tcp", place);
    }

    private void Report(int count, string field, Place place)
    {
        if (count > 0)
        {
            place.Field(field).Report(Descriptor, field);
        }
    }
}
