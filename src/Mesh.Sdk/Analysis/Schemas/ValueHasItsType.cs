using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Schemas;

/// <summary>A value has the type that the CRD gives it.</summary>
internal sealed class ValueHasItsType : Rule<SchemaValue>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2002",
        DiagnosticSeverity.Error,
        "The value is {0}, and the API server expects {1}.",
        "Give {1}.");

    public override void Check(SchemaValue value, Place place)
    {
        if (!SchemaMatching.HasType(value.Node, value.Value))
        {
            place.Report(Descriptor, ReadingDiagnostics.NameOf(value.Value.Kind), NameOf(value.Node.Type));
        }
    }

    private static string NameOf(string? type) => type switch
    {
        "object" => "a map",
        "array" => "a list",
        "string" => "a text",
        "boolean" => "a boolean",
        "integer" => "a whole number",
        "intOrString" => "a whole number or a text",
        _ => "a number",
    };
}
