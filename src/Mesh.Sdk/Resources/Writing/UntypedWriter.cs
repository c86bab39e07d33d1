using System.Globalization;
using System.Text;

namespace Mesh.Sdk.Resources.Writing;

/// <summary>Builds a value without schema from what a resource writes.</summary>
internal sealed class UntypedWriter : ResourceWriter
{
    private readonly Stack<Container> _open = [];
    private UntypedValue? _root;
    private List<UndefinedChoice>? _undefined;
    private string? _name;

    public static UntypedValue ToUntyped(IResourceValue value)
    {
        UntypedWriter writer = new();
        value.WriteTo(writer);
        return writer._root ?? UntypedValue.Null;
    }

    /// <summary>Returns the numbers that stand for no value of their enum.</summary>
    public static IReadOnlyList<UndefinedChoice> UndefinedIn(IResourceValue value)
    {
        UntypedWriter writer = new();
        value.WriteTo(writer);
        return writer._undefined ?? [];
    }

    public override void BeginMap() => Open([], null);

    public override void EndMap()
    {
        Container container = _open.Pop();
        Put(container.Name, UntypedValue.From(new UntypedFields(container.Fields!)));
    }

    public override void BeginList() => Open(null, []);

    public override void EndList()
    {
        Container container = _open.Pop();
        Put(container.Name, UntypedValue.From(container.Items!.ToEquatableList()));
    }

    public override void Name(ReadOnlySpan<byte> name) => _name = Encoding.UTF8.GetString(name);

    public override void Name(string name) => _name = name;

    public override void Value(string value) => Put(UntypedValue.From(value));

    public override void Value(long value) => Put(UntypedValue.From(value));

    public override void Value(double value) => Put(UntypedValue.FromNumber(value.ToString("R", CultureInfo.InvariantCulture)));

    public override void Value(bool value) => Put(UntypedValue.From(value));

    public override void Number(string jsonNumber) => Put(UntypedValue.FromNumber(jsonNumber));

    public override void Null() => Put(UntypedValue.Null);

    // Analysis looks at the value and says where it stands.
    private protected override void Undefined(string type, string number, Func<IEnumerable<string>> texts)
    {
        (_undefined ??= []).Add(new(PathHere(), number, [.. texts()]));
        Put(UntypedValue.From(number));
    }

    private string PathHere()
    {
        StringBuilder path = new();
        foreach (Container container in _open.Reverse())
        {
            Append(path, container.Name);
            if (container.Items is { } items)
            {
                path.Append(CultureInfo.InvariantCulture, $"[{items.Count}]");
            }
        }

        Append(path, _name);
        return path.ToString();
    }

    private static void Append(StringBuilder path, string? name)
    {
        if (name is not null)
        {
            path.Append(path.Length == 0 ? "" : ".").Append(name);
        }
    }

    private void Open(List<KeyValuePair<string, UntypedValue>>? fields, List<UntypedValue>? items)
    {
        _open.Push(new Container(_name, fields, items));
        _name = null;
    }

    private void Put(UntypedValue value)
    {
        string? name = _name;
        _name = null;
        Put(name, value);
    }

    private void Put(string? name, UntypedValue value)
    {
        if (!_open.TryPeek(out Container? container))
        {
            _root = value;
        }
        else if (container.Items is { } items)
        {
            items.Add(value);
        }
        else
        {
            container.Fields!.Add(new(name!, value));
        }
    }

    private sealed record Container(string? Name, List<KeyValuePair<string, UntypedValue>>? Fields, List<UntypedValue>? Items);
}
