using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources.Core;

namespace Mesh.Sdk.Analysis.Injection;

/// <summary>A namespace says once how its pods are injected.</summary>
internal sealed class NamespaceIsLabelledOnce : Rule<InContext<Namespace>>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2823",
        DiagnosticSeverity.Warning,
        "The namespace '{0}' has both labels istio-injection and istio.io/rev; the first wins, and the revision is not used.",
        "Keep one of them.") { IstioCode = "IST0123" };

    public override void Check(InContext<Namespace> value, Place place)
    {
        if (NamespaceLabels.Of(value.Resource, value.Context) is { Injection.Length: > 0, Revision: not null })
        {
            place.Field("metadata").Field("labels").Report(Descriptor, value.Resource.Metadata.Name);
        }
    }
}
