using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Security;

/// <summary>Addresses are IP addresses or ranges.</summary>
internal sealed class SourceAddressIsRange : Rule<PolicyValues>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2688",
        DiagnosticSeverity.Error,
        "'{0}' is neither an IP address nor a range such as 10.0.0.0/8.",
        "Give one of them.");

    public override void Check(PolicyValues value, Place place)
    {
        for (int i = 0; i < value.Values.Count; i++)
        {
            if (value.IsAddresses && !IstioFormats.IsIpOrCidr(value.Values[i] ?? ""))
            {
                place.Item(i).Report(Descriptor, value.Values[i]);
            }
        }
    }
}
