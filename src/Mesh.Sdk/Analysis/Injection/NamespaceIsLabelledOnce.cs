using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources.Core;

namespace Mesh.Sdk.Analysis.Injection;

/// <summary>A namespace says once how its pods are injected.</summary>
internal sealed class NamespaceIsLabelledOnce : Rule<InContext<Namespace>>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2823",
        DiagnosticSeverity.Warning,
        "The namespace '{0}' says more than once how its pods join the mesh: {1}. Which counts is undefined.",
        "Keep one of them.") { IstioCode = "IST0123" };

    public override void Check(InContext<Namespace> value, Place place)
    {
        if (NamespaceLabels.Of(value.Resource, value.Context) is { Spoken: { Count: > 1 } labels })
        {
            place.Field("metadata").Field("labels").Report(Descriptor, value.Resource.Metadata.Name, string.Join(", ", labels));
        }
    }
}
