using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Schemas;

/// <summary>Annotations that istiod gives to what it makes itself are not written by others.</summary>
internal sealed class AnnotationIsNotInternal : Rule<IResource>
{
    private const string Prefix = "internal.istio.io/";

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2067",
        DiagnosticSeverity.Error,
        "The annotation '{0}' is internal to Istio, which rejects objects that have it.",
        "Remove the annotation.");

    public override void Check(IResource value, Place place)
    {
        if (CrdSchemas.Istio.Find(value.Type) is null)
        {
            return;
        }

        foreach ((string key, string _) in value.Metadata.Annotations)
        {
            if (key.StartsWith(Prefix, StringComparison.Ordinal))
            {
                Place field = place.Field("metadata").Field("annotations").Entry(key);
                field.Report(field.RemoveField($"Remove the annotation {key}."), Descriptor, key);
            }
        }
    }
}
