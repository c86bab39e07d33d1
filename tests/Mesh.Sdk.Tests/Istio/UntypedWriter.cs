using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Tests.Istio;

/// <summary>Writes a resource into a tree, for tests that need no text.</summary>
internal sealed class UntypedWriter : ResourceWriter
{
    private readonly Stack<(string? Name, List<KeyValuePair<string, UntypedValue>>? Fields, List<UntypedValue>? Items)> _open = new();
    private string? _name;
    private UntypedValue? _result;

    public static UntypedValue Write(IResourceValue value)
    {
        UntypedWriter writer = new();
        value.WriteTo(writer);
        return writer._result!;
    }

    public override void BeginMap() => _open.Push((TakeName(), [], null));

    public override void EndMap()
    {
        var (name, fields, _) = _open.Pop();
        Add(name, UntypedValue.From(new UntypedFields(fields!)));
    }

    public override void BeginList() => _open.Push((TakeName(), null, []));

    public override void EndList()
    {
        var (name, _, items) = _open.Pop();
        Add(name, UntypedValue.From(items!.ToEquatableList()));
    }

    public override void Name(ReadOnlySpan<byte> name) => _name = System.Text.Encoding.UTF8.GetString(name);

    public override void Name(string name) => _name = name;

    public override void Value(string value) => Add(TakeName(), UntypedValue.From(value));

    public override void Value(long value) => Add(TakeName(), UntypedValue.From(value));

    public override void Value(double value) => Number(value.ToString("R", System.Globalization.CultureInfo.InvariantCulture));

    public override void Value(bool value) => Add(TakeName(), UntypedValue.From(value));

    public override void Number(string jsonNumber) => Add(TakeName(), UntypedValue.FromNumber(jsonNumber));

    public override void Null() => Add(TakeName(), UntypedValue.Null);

    private string? TakeName()
    {
        string? name = _name;
        _name = null;
        return name;
    }

    private void Add(string? name, UntypedValue value)
    {
        if (_open.Count == 0)
        {
            _result = value;
        }
        else if (_open.Peek().Fields is { } fields)
        {
            fields.Add(new(name!, value));
        }
        else
        {
            _open.Peek().Items!.Add(value);
        }
    }
}
