using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Schemas;

/// <summary>Fields that the CRD requires are there.</summary>
internal sealed class RequiredFieldIsSet : Rule<SchemaValue>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2001",
        DiagnosticSeverity.Error,
        "The field '{0}' is missing, and the API server requires it.",
        "Set {0}.");

    public override void Check(SchemaValue value, Place place)
    {
        if (value.Node.Required.Length > 0 && value.Value.Kind == UntypedKind.Map)
        {
            foreach (string field in value.Node.Required.Where(field => !value.Value.Has(field)))
            {
                place.Field(field).Report(Descriptor, field);
            }
        }
    }
}
