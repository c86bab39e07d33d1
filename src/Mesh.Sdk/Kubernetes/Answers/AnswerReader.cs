using System.Collections.Concurrent;
using System.Globalization;
using Mesh.Sdk.Kubernetes.Requests;
using Mesh.Sdk.Kubernetes.Transport;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Reading;

namespace Mesh.Sdk.Kubernetes.Answers;

/// <summary>Makes objects of answers. Safe for several requests at a time.</summary>
/// <param name="kinds">What is read as typed resources.</param>
/// <param name="server">Who answers.</param>
internal sealed class AnswerReader(ResourceKinds kinds, Uri server)
{
    /// <summary>Bounds for answers, which are asked for in pages.</summary>
    public static readonly ReadLimits Limits = new() { MaxNodesPerDocument = 20_000_000, MaxDepth = 1000 };

    private readonly ConcurrentBag<FieldNames> _names = [];

    /// <summary>Reads one object.</summary>
    public IResource ReadObject(string text, ApiRequest request) => Read(text, request, document => ObjectAt(document, 0, null));

    /// <summary>Reads a page of a list. Its items may leave it to the list to tell their kind.</summary>
    public ResourcePage ReadPage(string text, ApiRequest request, ResourceKind kind) => Read(text, request, document =>
    {
        int items = document.FindField(0, "items");
        List<IResource> resources = [];
        for (int item = items + 1; items >= 0 && item < document[items].Next; item = document[item].Next)
        {
            resources.Add(ObjectAt(document, item, kind));
        }

        return new ResourcePage(resources, MetadataOf(document, "resourceVersion") ?? "", MetadataOf(document, "continue") ?? "")
        {
            Remaining = long.TryParse(MetadataOf(document, "remainingItemCount"), NumberStyles.None, CultureInfo.InvariantCulture, out long count) ? count : 0,
        };
    });

    /// <summary>Reads one line of a watch.</summary>
    public WatchLine ReadWatchLine(string text, ApiRequest request) => Read(text, request, document =>
    {
        int type = document.FindField(0, "type");
        int body = document.FindField(0, "object");
        return type < 0 || body < 0 ? throw ConnectionFailures.NotKubernetes(server, request.ToString())
            : document.SpanOf(type) is "ERROR" ? new WatchLine("ERROR", null, new ResourceNode(document, body).ReadUntyped())
            : new WatchLine(document.TextOf(type), ObjectAt(document, body, null), null);
    });

    private T Read<T>(string text, ApiRequest request, Func<NodeDocument, T> read)
    {
        FieldNames names = _names.TryTake(out FieldNames? used) ? used : new FieldNames();
        NodeDocument document = new(text, server.AbsoluteUri, Limits);
        TextCursor cursor = new(0, 1, 0);
        try
        {
            return new JsonScanner(text, document, names).TryRead(ref cursor) && document.Root.Kind == UntypedKind.Map
                ? read(document)
                : throw ConnectionFailures.NotKubernetes(server, request.ToString());
        }
        catch (ReadLimitException)
        {
            throw ConnectionFailures.NotKubernetes(server, request.ToString());
        }
        finally
        {
            _names.Add(names);
        }
    }

    private IResource ObjectAt(NodeDocument document, int index, ResourceKind? listed)
    {
        ResourceNode node = new(document, index);
        ResourceKind? kind = TypeOf(document, index) ?? listed;
        if (node.Kind != UntypedKind.Map || kind is null)
        {
            throw ConnectionFailures.NotKubernetes(server, "a request for an object");
        }

        int findings = document.Diagnostics.Count;
        IResource? typed = kinds.Find(kind.ApiVersion, kind.Name)?.Read?.Invoke(node);
        return typed is not null && document.Diagnostics.Count == findings ? typed : UntypedResource.Read(node, kind);
    }

    private static ResourceKind? TypeOf(NodeDocument document, int index)
    {
        int apiVersion = document.FindField(index, "apiVersion");
        int kind = document.FindField(index, "kind");
        if (apiVersion < 0 || kind < 0 || document.SpanOf(apiVersion).IsEmpty || document.SpanOf(kind).IsEmpty)
        {
            return null;
        }

        (string group, string version) = ResourceKind.Split(document.TextOf(apiVersion));
        return new ResourceKind(group, version, document.TextOf(kind));
    }

    private static string? MetadataOf(NodeDocument document, string field)
    {
        int metadata = document.FindField(0, "metadata");
        int found = metadata < 0 ? -1 : document.FindField(metadata, field);
        return found < 0 ? null : document.TextOf(found);
    }
}
