using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Reading;

namespace Mesh.Sdk.Tests.Istio;

/// <summary>Reads typed values from a tree, for tests that need no text.</summary>
internal static class UntypedReading
{
    public static T Read<T>(UntypedValue value, Func<ResourceNode, T> read)
    {
        NodeDocument document = Document(value);
        T result = read(document.Root);
        document.Diagnostics.Should().BeEmpty();
        return result;
    }

    public static IReadOnlyList<Diagnostic> Diagnose<T>(UntypedValue value, Func<ResourceNode, T> read)
    {
        NodeDocument document = Document(value);
        read(document.Root);
        return document.Diagnostics;
    }

    private static NodeDocument Document(UntypedValue value)
    {
        NodeDocument document = new("", "test", ReadLimits.Default);

        // Containers make the room here, as a scalar that has to make room for itself is lost (NodeDocument.Scalar).
        for (int i = Count(value); i > 0; i--)
        {
            document.Begin(UntypedKind.List, 1, 1);
            document.End();
        }

        document.Clear();
        Fill(document, value);
        return document;
    }

    private static int Count(UntypedValue value) => 1 + value.Items.Sum(Count) + value.Fields.Sum(field => Count(field.Value));

    private static void Fill(NodeDocument document, UntypedValue value)
    {
        switch (value.Kind)
        {
            case UntypedKind.Map:
                document.Begin(UntypedKind.Map, 1, 1);
                foreach ((string name, UntypedValue field) in value.Fields)
                {
                    document.Name(name);
                    Fill(document, field);
                }

                document.End();
                break;
            case UntypedKind.List:
                document.Begin(UntypedKind.List, 1, 1);
                foreach (UntypedValue item in value.Items)
                {
                    Fill(document, item);
                }

                document.End();
                break;
            default:
                document.Scalar(value.Kind, value.Text ?? value.Number ?? (value.Boolean is { } boolean ? boolean ? "true" : "false" : "null"), 1, 1);
                break;
        }
    }
}
