using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.DestinationRules;

/// <summary>The host is a DNS name, of which the first label may be a wildcard.</summary>
internal sealed class HostIsDomain : Rule<DestinationRuleSpec>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2200",
        DiagnosticSeverity.Error,
        "The host is '{0}', and Istio wants a DNS name of at most 255 characters whose first label may be '*' or start with it.",
        "Set host to the name of the service, such as orders.shop.svc.cluster.local.");

    public override string VectorId => "DR-HOST";

    public override void Check(DestinationRuleSpec value, Place place)
    {
        if (!IstioFormats.IsWildcardDomain(value.Host ?? ""))
        {
            place.Field("host").Report(Descriptor, PublicText.Host(value.Host));
        }
    }
}
