using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Writing;

namespace Mesh.Sdk.Analysis.Schemas;

/// <summary>What the API server checks first: the schema of the CRD, and the CEL rules in it.</summary>
internal sealed class SchemaAnalyzer(CrdSchemas schemas) : IAnalyzer
{
    private static readonly string[] OwnFields = ["apiVersion", "kind", "metadata", "status"];

    private static readonly Rule<SchemaValue>[] ValueRules =
    [
        new RequiredFieldIsSet(),
        new NumberInBounds(),
        new TextLengthInBounds(),
        new ItemCountInBounds(),
        new FieldCountInBounds(),
        new TextIsOneOfThose(),
        new TextFitsPattern(),
        new OneChoiceOnly(),
        new FieldIsKnown(),
        new ListItemsDiffer(),
    ];

    private static readonly ValueHasItsType TypeRule = new();

    public IEnumerable<IRule> Rules => [TypeRule, .. ValueRules, .. schemas.Subjects];

    public void Analyze(AnalysisContext context)
    {
        FindingSink scratch = new();
        foreach ((IResource resource, Place place) in context.Each<IResource>())
        {
            if (schemas.Find(resource.Type) is { } schema)
            {
                // Most objects are fine, and then nobody asks for paths.
                SchemaValue value = new(schema, WithoutOwnFields(UntypedWriter.ToUntyped(resource)));
                int before = scratch.Count;
                Check(value, new Place(scratch, place.Key), hasPaths: false);
                if (scratch.Count > before)
                {
                    Check(value, place, hasPaths: true);
                }
            }
        }
    }

    private static UntypedValue WithoutOwnFields(UntypedValue root) =>
        UntypedValue.From(new UntypedFields(root.Fields.Where(field => !OwnFields.Contains(field.Key))));

    // Nothing else is worth saying of a value of the wrong type.
    private static void Check(SchemaValue value, Place place, bool hasPaths)
    {
        if (place.Finds(value, TypeRule))
        {
            return;
        }

        place.Finds(value, ValueRules);
        foreach (CelSubject subject in value.Node.CelSubjects)
        {
            subject.Check(value, place);
        }

        CheckItems(value, place, hasPaths);
        CheckFields(value, place, hasPaths);
    }

    private static void CheckItems(SchemaValue value, Place place, bool hasPaths)
    {
        if (value.Node.Item is not { } item)
        {
            return;
        }

        for (int i = 0; i < value.Value.Items.Count; i++)
        {
            Check(new(item, value.Value.Items[i]), hasPaths ? place.Item(i) : place, hasPaths);
        }
    }

    private static void CheckFields(SchemaValue value, Place place, bool hasPaths)
    {
        foreach ((string name, UntypedValue field) in value.Value.Fields)
        {
            if (field.Kind == UntypedKind.Null)
            {
                continue;
            }

            if (value.Node.Fields.TryGetValue(name, out SchemaNode? schema))
            {
                Check(new(schema, field), hasPaths ? place.Field(name) : place, hasPaths);
            }
            else if (value.Node.Value is { } valueSchema)
            {
                Check(new(valueSchema, field), hasPaths ? place.Entry(name) : place, hasPaths);
            }
        }
    }
}
