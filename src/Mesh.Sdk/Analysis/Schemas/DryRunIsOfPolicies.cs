using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Schemas;

/// <summary>Only authorization policies can be tried out.</summary>
internal sealed class DryRunIsOfPolicies : Rule<IResource>
{
    private const string Annotation = "istio.io/dry-run";

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2066",
        DiagnosticSeverity.Error,
        "The {0} has the annotation istio.io/dry-run, which only an AuthorizationPolicy may have.",
        "Remove the annotation.");

    public override void Check(IResource value, Place place)
    {
        if (value.Type.Name != "AuthorizationPolicy"
            && value.Metadata.Annotations.ContainsKey(Annotation)
            && CrdSchemas.Istio.Find(value.Type) is not null)
        {
            Place field = place.Field("metadata").Field("annotations").Entry(Annotation);
            field.Report(field.RemoveField($"Remove the annotation {Annotation}."), Descriptor, value.Type.Name);
        }
    }
}
