using Mesh.Sdk.Analysis.Indices;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.References;

/// <summary>The host of a DestinationRule is one that is known.</summary>
internal sealed class RuleHostExists : Rule<InContext<DestinationRule>>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2874",
        DiagnosticSeverity.Warning,
        "No Service and no ServiceEntry that is visible here has the host '{0}'{1}.",
        "Correct the host; a short name is completed with the namespace of the rule. A wildcard that is meant can stay.") { IstioCode = "IST0174" };

    public override void Check(InContext<DestinationRule> value, Place place)
    {
        if (value.Resource.Spec is { } spec && KnownHosts.Of(value.Context).Find(spec.Host ?? "", place.Key, spec.ExportTo) is null)
        {
            place.Field("spec").Field("host").Report(
                Descriptor,
                spec.Host,
                spec.Host?.StartsWith('*') == true ? "; like istioctl, this does not look at what the wildcard covers" : ", so the rule applies to nothing");
        }
    }
}
