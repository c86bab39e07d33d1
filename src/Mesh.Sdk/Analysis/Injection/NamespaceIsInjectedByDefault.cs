using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources.Core;

namespace Mesh.Sdk.Analysis.Injection;

/// <summary>A namespace that says nothing is injected where Istio was installed so.</summary>
internal sealed class NamespaceIsInjectedByDefault : Rule<InContext<Namespace>>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2848",
        DiagnosticSeverity.Info,
        "The namespace '{0}' says nothing of injection, and Istio was installed with enableNamespacesByDefault, so its pods get sidecars.",
        "Label it with istio-injection: enabled, or disabled if that is meant.") { IstioCode = "IST0148" };

    public override void Check(InContext<Namespace> value, Place place)
    {
        if (NamespaceLabels.Of(value.Resource, value.Context) is { IsSilent: true } && InjectorValues.Of(value.Context).For(place.Key.Cluster, "").InjectsByDefault)
        {
            place.Field("metadata").Field("labels").Report(Descriptor, value.Resource.Metadata.Name);
        }
    }
}
