using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.References;

/// <summary>A rule that starts TLS says whose certificates it trusts.</summary>
internal sealed class RuleVerifiesServer : Rule<InContext<DestinationRule>>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2828",
        DiagnosticSeverity.Warning,
        "TLS of mode {0} to '{1}' has no caCertificates, so any server is trusted.",
        "Set caCertificates, or credentialName together with a workloadSelector.") { IstioCode = "IST0128" };

    public override void Check(InContext<DestinationRule> value, Place place)
    {
        if (value.Resource.Spec?.TrafficPolicy?.Tls is { } tls && !ServerVerification.IsGiven(tls, value.Resource.Spec))
        {
            place.Field("spec").Field("trafficPolicy").Field("tls").Report(Descriptor, tls.Mode is { } mode ? EnumText.Of(mode) : null, value.Resource.Spec.Host);
        }
    }
}
