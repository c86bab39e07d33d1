using Mesh.Sdk.Codegen.Input;

namespace Mesh.Sdk.Codegen.Model;

/// <summary>Makes the types of an area from its schemas.</summary>
internal sealed class ModelBuilder
{
    private static readonly HashSet<string> TypeMeta = new(StringComparer.Ordinal) { "apiVersion", "kind", "metadata" };

    private readonly NameTable _table;
    private readonly bool _isZeroUnset;
    private readonly List<Place> _places = [];
    private readonly TypeNames _names;

    public ModelBuilder(SchemaSet schemas, NameTable table, bool isZeroUnset)
    {
        _table = table;
        _isZeroUnset = isZeroUnset;
        foreach (Definition definition in schemas.Definitions)
        {
            Visit(new(definition.Name, "", definition, definition.Name, null, definition.Schema));
        }

        _names = new TypeNames(_places, table);
    }

    public TypeModel Build()
    {
        ILookup<string, Place> types = _places.ToLookup(_names.Of, StringComparer.Ordinal);
        return new(
            [.. types.Where(type => !type.First().Schema.IsEnum).Select(Record).OrderBy(type => type.Name, StringComparer.Ordinal)],
            [.. types.Where(type => type.First().Schema.IsEnum).Select(Enum).OrderBy(type => type.Name, StringComparer.Ordinal)]);
    }

    private static IEnumerable<(Schema Schema, string Mark, bool IsItem)> Inside(Schema schema)
    {
        string mark = "";
        bool isItem = false;
        for (Schema? current = schema; current is not null; current = current.Items ?? current.Values)
        {
            if (current.IsRecord || current.IsEnum)
            {
                yield return (current, mark, isItem);
                yield break;
            }

            isItem |= current.Items is not null || current.Values is not null;
            mark += current.Items is not null ? "[]" : "{}";
        }
    }

    private void Visit(Place place)
    {
        _places.Add(place);
        foreach ((string field, Schema schema) in place.Schema.Properties)
        {
            if (IsTypeMeta(place, field))
            {
                continue;
            }

            foreach ((Schema inner, string mark, bool isItem) in Inside(schema))
            {
                Visit(new($"{place.Key}.{field}", PathOf(place, field) + mark, place.Root, isItem ? Identifiers.Singular(field) : field, place, inner));
            }
        }
    }

    private static bool IsTypeMeta(Place place, string field) => place.Parent is null && place.Root.Kind is not null && TypeMeta.Contains(field);

    private static string PathOf(Place place, string field) => place.Path.Length == 0 ? field : $"{place.Path}.{field}";

    /// <summary>Of several places the table's one is shown in documentation, else the shortest.</summary>
    private Place Representative(IGrouping<string, Place> type) =>
        type.FirstOrDefault(place => _table.Of(type.Key).Paths is [var first, ..] && first == place.Key)
        ?? type.OrderBy(place => place.Path.Count(c => c == '.')).First();

    private RecordType Record(IGrouping<string, Place> type)
    {
        Place place = Representative(type);
        TypeEntry entry = _table.Of(type.Key);
        string[] required = [.. type.Select(p => p.Schema.Required).Aggregate<IEnumerable<string>>((all, next) => all.Intersect(next))];
        RequireFields(type.Key, place.Schema.Properties.Select(p => p.Key), entry.Fields.Keys.Concat(entry.Order));
        Property[] properties =
        [
            .. place.Schema.Properties.Where(p => !IsTypeMeta(place, p.Key))
                .Select(p => MakeProperty(place, p.Key, Widest(type.Prepend(place), p.Key), required.Contains(p.Key), _table.Of(type.Key, p.Key))),
        ];
        return new()
        {
            Name = type.Key,
            Summary = entry.Summary ?? place.Schema.Description ?? DefaultSummary(place),
            Properties = [.. Ordered(properties, entry.Order, place.Root.Schema.Description is not null)],
            Unions = place.Schema.Unions,
            Kind = place.Parent is null ? place.Root.Kind : null,
            IsPartial = place.Parent is null && place.Root.IsPartial,
        };
    }

    /// <summary>Of the same field in several places, the one that takes the largest numbers.</summary>
    private static Schema Widest(IEnumerable<Place> places, string field) =>
        places.Select(place => place.Schema.Properties.First(p => p.Key == field).Value)
            .MaxBy(schema => Scalars.ShapeOf(schema.Items ?? schema.Values ?? schema) == Shape.Int64)!;

    private static IEnumerable<Property> Ordered(Property[] properties, IReadOnlyList<string> order, bool isInOrder) => isInOrder
        ? properties
        : properties
            .OrderBy(p => order.Contains(p.Field) ? order.ToList().IndexOf(p.Field) : order.Count)
            .ThenBy(p => p.Type.Shape is Shape.Record or Shape.List or Shape.Map)
            .ThenBy(p => p.Field, StringComparer.Ordinal);

    private static string DefaultSummary(Place place) => place.Parent is null
        ? $"The {place.Root.Kind?.Name ?? place.Root.Name}."
        : $"The {Identifiers.Words(place.Field)} of {(place.Parent.Parent is null || place.Parent.Field == "spec" ? place.Root.Name : Identifiers.Words(place.Parent.Field))}.";

    private static void RequireFields(string type, IEnumerable<string> present, IEnumerable<string> wanted)
    {
        string[] missing = [.. wanted.Except(present)];
        if (missing.Length > 0)
        {
            throw new InvalidDataException($"The table has fields that {type} has not: {string.Join(", ", missing)}");
        }
    }

    private Property MakeProperty(Place place, string field, Schema schema, bool isRequired, FieldEntry entry) => new()
    {
        Field = field,
        Name = entry.Name ?? (Identifiers.Pascal(field) is var name && name == _names.Of(place) ? $"{name}Value" : name),
        Type = entry.IsDuration ? new(Shape.Duration) : Reference(place, field, schema),
        IsRequired = isRequired,
        IsZeroUnset = _isZeroUnset,
        Path = PathOf(place, field),
        Owner = place.Root.Name,
        Schema = schema,
        Entry = entry,
    };

    private TypeReference Reference(Place place, string field, Schema schema) => schema switch
    {
        { Reference: { } name } => new(Shape.Record, name),
        { IsEnum: true } => new(Shape.Enum, NameOf(place, field)),
        { IsRecord: true } => new(Shape.Record, NameOf(place, field)),
        { Items: { } items } => new(Shape.List, null, Reference(place, field, items)),
        { Values: { } values } => new(Shape.Map, null, Reference(place, field, values)),
        _ => new(Scalars.ShapeOf(schema)),
    };

    private string NameOf(Place place, string field) => _names.Of(_places.First(p => p.Key == $"{place.Key}.{field}"));

    private EnumType Enum(IGrouping<string, Place> type)
    {
        Place place = Representative(type);
        TypeEntry entry = _table.Of(type.Key);
        RequireFields(type.Key, place.Schema.Enum, entry.Fields.Keys);
        return new(
            type.Key,
            entry.Summary ?? place.Schema.Description ?? $"Values of <c>{place.Path}</c> of {place.Root.Name}.",
            [.. place.Schema.Enum.Select(text => Member(text, entry.Fields.GetValueOrDefault(text) ?? FieldEntry.Empty))]);
    }

    private static EnumMember Member(string text, FieldEntry entry) => new(entry.Name ?? Identifiers.EnumMember(text), text, entry.Summary);
}
