using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Schemas;

/// <summary>Items of a list differ in their keys.</summary>
internal sealed class ListItemsDiffer : Rule<SchemaValue>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2011",
        DiagnosticSeverity.Error,
        "Two items have the same {0} '{1}', and the API server refuses that.",
        "Keep one of them, or give it another {0}.");

    public override void Check(SchemaValue value, Place place)
    {
        if (value.Node.ListKeys is not { Length: > 0 } keys || value.Value.Kind != UntypedKind.List)
        {
            return;
        }

        HashSet<string> seen = new(StringComparer.Ordinal);
        for (int i = 0; i < value.Value.Items.Count; i++)
        {
            UntypedValue item = value.Value.Items[i];
            string identity = string.Join("/", keys.Select(key => item.Field(key)?.Shown()));
            if (!seen.Add(identity))
            {
                place.Item(i).Report(Descriptor, string.Join("/", keys), identity);
            }
        }
    }
}
