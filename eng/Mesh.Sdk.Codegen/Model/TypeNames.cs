using Mesh.Sdk.Codegen.Input;

namespace Mesh.Sdk.Codegen.Model;

/// <summary>
/// Names the records and enums of a schema: by the table; else like the same schema elsewhere; else by the field, with as
/// many parents before it as are needed to tell it from others.
/// </summary>
internal sealed class TypeNames
{
    private readonly Dictionary<string, string> _byKey = new(StringComparer.Ordinal);

    public TypeNames(IReadOnlyList<Place> places, NameTable table)
    {
        RequireAll(table.Paths, places.Select(place => place.Key));
        Dictionary<string, string> signatures = new(StringComparer.Ordinal);
        foreach (Place place in places)
        {
            if (place.Parent is null)
            {
                Add(place, place.Root.Name, signatures);
            }
            else if (table.NameAt(place.Key) is { } name)
            {
                Add(place, name, signatures);
            }
        }

        Dictionary<string, string?> shared = NamesBySignature(places);
        Place[] open = [.. places.Where(place => !_byKey.ContainsKey(place.Key))];
        foreach (Place place in open.Where(place => shared.GetValueOrDefault(place.Signature) is not null))
        {
            Add(place, shared[place.Signature]!, signatures);
        }

        foreach (Place place in open.Where(place => !_byKey.ContainsKey(place.Key)))
        {
            Add(place, SameMember(place, places) ?? Candidates(place).First(name => !signatures.TryGetValue(name, out string? taken) || taken == place.Signature), signatures);
        }

        RequireAll(table.Types, _byKey.Values);
    }

    public string Of(Place place) => _byKey[place.Key];

    private static void RequireAll(IEnumerable<string> wanted, IEnumerable<string> present)
    {
        string[] missing = [.. wanted.Except(present)];
        if (missing.Length > 0)
        {
            throw new InvalidDataException($"The table names what the schemas don't have: {string.Join(", ", missing)}");
        }
    }

    /// <summary>Finds the name of the same field in another place of the record around it.</summary>
    private string? SameMember(Place place, IReadOnlyList<Place> places) =>
        places.Where(other => other.Parent is not null && other.Field == place.Field && other.Signature == place.Signature)
            .Where(other => _byKey.GetValueOrDefault(other.Parent!.Key) == _byKey[place.Parent!.Key])
            .Select(other => _byKey.GetValueOrDefault(other.Key))
            .FirstOrDefault(name => name is not null);

    private IEnumerable<string> Candidates(Place place)
    {
        string own = Identifiers.Pascal(place.Field);
        string parent = _byKey[place.Parent!.Key];
        if (place.Parent.Parent is not null && !place.Schema.IsEnum)
        {
            yield return own;
        }

        yield return $"{parent}{own}";
        for (int i = 2; ; i++)
        {
            yield return $"{parent}{own}{i}";
        }
    }

    private void Add(Place place, string name, Dictionary<string, string> signatures)
    {
        if (!signatures.TryAdd(name, place.Signature) && signatures[name] != place.Signature)
        {
            throw new InvalidDataException($"'{name}' at {place.Key} differs from the type of this name elsewhere.");
        }

        _byKey[place.Key] = name;
    }

    private Dictionary<string, string?> NamesBySignature(IReadOnlyList<Place> places) =>
        places.Where(place => place.Parent is not null && _byKey.ContainsKey(place.Key))
            .GroupBy(place => place.Signature, StringComparer.Ordinal)
            .ToDictionary(
                group => group.Key,
                group => group.Select(Of).Distinct().Count() == 1 ? Of(group.First()) : null,
                StringComparer.Ordinal);
}
