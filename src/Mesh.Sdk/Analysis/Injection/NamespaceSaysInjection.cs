using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources.Core;

namespace Mesh.Sdk.Analysis.Injection;

/// <summary>A namespace says whether its pods get sidecars.</summary>
internal sealed class NamespaceSaysInjection : Rule<InContext<Namespace>>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2802",
        DiagnosticSeverity.Info,
        "The namespace '{0}' says nothing of injection, so its pods get no sidecar.",
        "Label it with istio-injection: enabled, or disabled if that is meant.") { IstioCode = "IST0102" };

    public override void Check(InContext<Namespace> value, Place place)
    {
        if (NamespaceLabels.Of(value.Resource, value.Context) is { IsSilent: true } && !InjectorValues.Of(value.Context).For(place.Key.Cluster, "").InjectsByDefault)
        {
            place.Field("metadata").Field("labels").Report(Descriptor, value.Resource.Metadata.Name);
        }
    }
}
