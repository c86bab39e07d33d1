using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Schemas;

/// <summary>Of fields that exclude each other one stands.</summary>
internal sealed class OneChoiceOnly : Rule<SchemaValue>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2009",
        DiagnosticSeverity.Error,
        "Of {0} no more than one may be set, and {1} are.",
        "Keep one of them.");

    public override void Check(SchemaValue value, Place place)
    {
        if (value.Node.One.Length == 0 && value.Node.All.Length == 0)
        {
            return;
        }

        foreach (SchemaNode[] choice in Choices(value.Node).Where(choice => !IsMade(choice, value.Value)))
        {
            string[] fields = [.. SchemaMatching.FieldsOf(choice)];
            place.Report(Descriptor, string.Join(", ", fields), string.Join(" and ", fields.Where(value.Value.Has)));
        }
    }

    private static IEnumerable<SchemaNode[]> Choices(SchemaNode node) =>
        node.All.Select(part => part.One).Prepend(node.One).Where(choice => choice.Length > 0);

    private static bool IsMade(SchemaNode[] choice, UntypedValue value) => choice.Count(part => SchemaMatching.Fits(part, value)) == 1;
}
