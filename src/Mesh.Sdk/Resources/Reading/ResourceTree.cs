using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Resources.Reading;

/// <summary>Reads an object from a tree instead of a text.</summary>
internal static class ResourceTree
{
    /// <summary>Reads an object of a kind.</summary>
    /// <param name="tree">The whole object.</param>
    /// <param name="type">How it is read.</param>
    /// <param name="findings">What does not fit the kind; empty if the object is whole.</param>
    public static IResource Read(UntypedValue tree, ResourceKind type, out IReadOnlyList<Diagnostic> findings)
    {
        NodeDocument document = new("", "", ReadLimits.Default);
        Fill(document, tree);
        IResource resource = type.Read?.Invoke(document.Root) ?? UntypedResource.Read(document.Root, type);
        findings = document.Diagnostics;
        return resource;
    }

    private static void Fill(NodeDocument document, UntypedValue value)
    {
        switch (value.Kind)
        {
            case UntypedKind.Map:
                document.Begin(UntypedKind.Map, 0, 0);
                foreach ((string name, UntypedValue field) in value.Fields)
                {
                    document.Name(name);
                    Fill(document, field);
                }

                document.End();
                break;
            case UntypedKind.List:
                document.Begin(UntypedKind.List, 0, 0);
                foreach (UntypedValue item in value.Items)
                {
                    Fill(document, item);
                }

                document.End();
                break;
            default:
                document.Scalar(value.Kind, value.Text ?? value.Number ?? (value.Boolean == true ? "true" : value.Boolean == false ? "false" : "null"), 0, 0);
                break;
        }
    }
}
