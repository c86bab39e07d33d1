using System.Globalization;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Tests.Analysis;

/// <summary>Damages documents: values go, change, change shape, stand twice or come from elsewhere. The same seed does the same.</summary>
internal sealed class DocumentMutator(int seed, IReadOnlyList<UntypedValue> documents)
{
    private static readonly string[] Texts =
    [
        "", "x", "*", "*.", ".", "*.*", "/", "a/b/c/d", "*/x", "10.0.0.0/33", "256.1.1.1", "::1", "😀", "a.b.svc.cluster.local", "A_B", "~",
        "0s", "-5s", "87600h", "STRICT", "DISABLE", "[", "(?", "{0}", "%", "\u0001", "true", "orders", "istio-system", "v1", "topology.istio.io/network=", "=", "a=b=c",
        "\uFEFFx", "..", "http", "HTTP2", "mesh", "shop/gateway", new('x', 300),
    ];

    private static readonly string[] Numbers = ["0", "-1", "1", "65535", "65536", "100", "101", "2147483647", "-2147483648", "4294967295", "9223372036854775807", "0.5", "1e300", "-0"];

    private readonly Random _random = new(seed);

    /// <summary>Returns a document of the pool with one to six mutations.</summary>
    public UntypedValue Next() => Mutate(Pick(documents));

    /// <summary>Returns a document with one to six mutations.</summary>
    public UntypedValue Mutate(UntypedValue document)
    {
        for (int i = _random.Next(1, 7); i > 0; i--)
        {
            string[] path = Path(document);
            document = path.Length == 0 ? document : Mutate(document, path);
        }

        return document;
    }

    public int Below(int bound) => _random.Next(bound);

    private T Pick<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];

    private UntypedValue Mutate(UntypedValue document, string[] path)
    {
        UntypedValue value = document.Find(path)!;
        switch (_random.Next(8))
        {
            case 0:
                return document.Cut(path);
            case 1:
                return document.Put(path, OtherShape());
            case 2 when value.Items.Count > 0:
                return document.Put(path, UntypedValue.From(value.Items.Append(Pick([.. value.Items])).ToEquatableList()));
            case 3 when value.Items.Count > 0:
                return document.Put(path, UntypedValue.From(value.Items.Skip(1).ToEquatableList()));
            case 4 when value.Kind == UntypedKind.Map:
                UntypedValue other = Pick(documents);
                return document.Put(path, other.Find(Path(other)) ?? UntypedValue.Null);
            case 5 when value.Kind == UntypedKind.Map:
                return document.Put([.. path, Pick(Texts)], OtherShape());
            default:
                return document.Put(path, SameShape(value));
        }
    }

    private UntypedValue SameShape(UntypedValue value) => value.Kind switch
    {
        UntypedKind.String => Pick(Texts),
        UntypedKind.Number => UntypedValue.FromNumber(Pick(Numbers)),
        UntypedKind.Boolean => value.Boolean != true,
        UntypedKind.List => UntypedValue.From(EquatableList.Create<UntypedValue>([])),
        UntypedKind.Map => UntypedValue.From(default(UntypedFields)),
        _ => UntypedValue.Null,
    };

    private UntypedValue OtherShape() => _random.Next(7) switch
    {
        0 => UntypedValue.Null,
        1 => Pick(Texts),
        2 => UntypedValue.FromNumber(Pick(Numbers)),
        3 => true,
        4 => UntypedValue.From(EquatableList.Create<UntypedValue>([Pick(Texts), UntypedValue.Null])),
        5 => UntypedValue.From(default(UntypedFields)),
        _ => UntypedValue.From(new UntypedFields([new("x", Pick(Texts))])),
    };

    /// <summary>Walks down to a random place; seldom ends early.</summary>
    private string[] Path(UntypedValue document)
    {
        List<string> path = [];
        UntypedValue value = document;
        while (path.Count == 0 || _random.Next(6) > 0)
        {
            string[] steps = value.Kind switch
            {
                UntypedKind.Map => [.. value.Fields.Select(f => f.Key).Where(name => path.Count > 0 || name is not ("apiVersion" or "kind") || _random.Next(20) == 0)],
                UntypedKind.List => [.. Enumerable.Range(0, value.Items.Count).Select(i => i.ToString(CultureInfo.InvariantCulture))],
                _ => [],
            };
            if (steps.Length == 0)
            {
                break;
            }

            path.Add(Pick(steps));
            value = value.Find([path[^1]])!;
        }

        return [.. path];
    }
}
