namespace Mesh.Sdk.Resources;

/// <summary>Collects the fields that a schema does not know while an object is read. Costs nothing if there are none.</summary>
public struct UntypedFieldsBuilder
{
    private List<KeyValuePair<string, UntypedValue>>? _fields;

    /// <summary>Adds a field.</summary>
    public void Add(ResourceField field) => (_fields ??= []).Add(new(field.Name, field.Value.ReadUntyped()));

    /// <summary>Returns the fields. Of two with the same name the first counts; the document has reported the other.</summary>
    public readonly UntypedFields Build() => _fields is null ? default : new(_fields.DistinctBy(field => field.Key));
}
