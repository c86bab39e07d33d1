namespace Mesh.Sdk.Resources.Reading;

/// <summary>Makes resources of documents, and unwraps lists of them.</summary>
internal sealed class ResourceAssembler(ResourceKinds kinds)
{
    private const string ListSuffix = "List";

    private readonly Dictionary<(string ApiVersion, string Kind), ResourceKind> _untyped = [];

    /// <summary>Gets where each resource of the last document begins in it.</summary>
    public List<int> Roots { get; } = [];

    /// <summary>Adds the resources of a document, and marks the document as secret if one of them is a Secret.</summary>
    public void Add(NodeDocument document, List<IResource> resources)
    {
        Roots.Clear();
        if (document.IsEmpty)
        {
            return;
        }

        document.IsSecret |= HasSecret(document, 0);
        Add(document, 0, null, resources);
    }

    private static bool HasSecret(NodeDocument document, int index)
    {
        int kind = document.FindField(index, "kind");
        if (kind >= 0 && document.SpanOf(kind) is "Secret" or "SecretList")
        {
            return true;
        }

        int items = document.FindField(index, "items");
        bool found = false;
        for (int item = items + 1; items >= 0 && !found && item < document[items].Next; item = document[item].Next)
        {
            found = HasSecret(document, item);
        }

        return found;
    }

    // The list tells the type of items that do not.
    private void Add(NodeDocument document, int index, (string ApiVersion, string Kind)? list, List<IResource> resources)
    {
        ResourceNode node = new(document, index);
        if (node.Kind != UntypedKind.Map)
        {
            _ = node.Kind == UntypedKind.Null ? ReportMissing(node, "kind") : IsMap(node);
            return;
        }

        string? apiVersion = ReadType(document, index, "apiVersion") ?? list?.ApiVersion;
        string? kind = ReadType(document, index, "kind") ?? list?.Kind;
        bool isTyped = (apiVersion is not null || ReportMissing(node, "apiVersion")) & (kind is not null || ReportMissing(node, "kind"));
        if (!isTyped || !IsApiVersion(document, index, apiVersion!))
        {
            return;
        }

        ResourceKind? known = kinds.Find(apiVersion!, kind!);
        int items = known is null && kind!.EndsWith(ListSuffix, StringComparison.Ordinal) ? document.FindField(index, "items") : -1;
        if (items >= 0 && document[items].Kind is UntypedKind.List or UntypedKind.Null)
        {
            AddItems(document, items, kind == ListSuffix ? null : (apiVersion!, kind![..^ListSuffix.Length]), resources);
            return;
        }

        Roots.Add(index);
        resources.Add(known?.Read?.Invoke(node) ?? UntypedResource.Read(node, known ?? UntypedKindOf(apiVersion!, kind!)));
    }

    private void AddItems(NodeDocument document, int items, (string ApiVersion, string Kind)? list, List<IResource> resources)
    {
        for (int item = items + 1; item < document[items].Next; item = document[item].Next)
        {
            Add(document, item, list, resources);
        }
    }

    private static string? ReadType(NodeDocument document, int map, string name)
    {
        int field = document.FindField(map, name);
        string? text = field < 0 ? null : new ResourceNode(document, field).ReadString();
        return string.IsNullOrEmpty(text) ? null : text;
    }

    private static bool IsMap(ResourceNode node)
    {
        node.ReadFields();
        return node.Kind == UntypedKind.Map;
    }

    private static bool ReportMissing(ResourceNode node, string name)
    {
        node.Report(ReadingDiagnostics.NoType, name);
        return false;
    }

    private static bool IsApiVersion(NodeDocument document, int map, string apiVersion)
    {
        (string group, string version) = ResourceKind.Split(apiVersion);
        bool isValid = version.Length > 0 && !version.Contains('/', StringComparison.Ordinal) && (group.Length > 0 || apiVersion[0] != '/');
        if (!isValid)
        {
            ResourceNode field = new(document, document.FindField(map, "apiVersion"));
            field.Report(ReadingDiagnostics.BadApiVersion, field.Excerpt());
        }

        return isValid;
    }

    private ResourceKind UntypedKindOf(string apiVersion, string kind)
    {
        if (!_untyped.TryGetValue((apiVersion, kind), out ResourceKind? type))
        {
            (string group, string version) = ResourceKind.Split(apiVersion);
            type = new ResourceKind(group, version, kind);
            _untyped.Add((apiVersion, kind), type);
        }

        return type;
    }
}
