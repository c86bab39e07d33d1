using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Schemas;

/// <summary>A field is one that the CRD knows.</summary>
internal sealed class FieldIsKnown : Rule<SchemaValue>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2010",
        DiagnosticSeverity.Warning,
        "The field '{0}' is unknown: kubectl refuses it, and other clients lose it without a word.",
        "Correct its name, or remove it.");

    public override void Check(SchemaValue value, Place place)
    {
        if (value.Value.Kind != UntypedKind.Map || value.Node is not { Fields.Count: > 0, IsOpen: false, Value: null })
        {
            return;
        }

        foreach ((string name, UntypedValue _) in value.Value.Fields)
        {
            if (!value.Node.Fields.ContainsKey(name))
            {
                place.Field(name).Report(Descriptor, name);
            }
        }
    }
}
