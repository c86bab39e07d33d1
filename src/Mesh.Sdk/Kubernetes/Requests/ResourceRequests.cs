
namespace Mesh.Sdk.Kubernetes.Requests;

/// <summary>The requests about objects of one kind.</summary>
/// <param name="served">How the kind is served.</param>
/// <param name="defaultNamespace">For objects that name none.</param>
internal sealed class ResourceRequests(ApiResource served, string defaultNamespace)
{
    // Long enough to be cheap, short enough to move to another server now and then.
    private const int WatchSeconds = 300;

    public ApiRequest Get(string @namespace, string name, string? subresource) =>
        new(HttpMethod.Get, ObjectPath(@namespace, name, subresource));

    public ApiRequest List(KubernetesListOptions options, string? @continue) => new(
        HttpMethod.Get,
        Select(CollectionPath(options.Namespace ?? ""), options)
            .Add("limit", options.PageSize)
            .Add("continue", @continue)
            .ToString());

    public ApiRequest Watch(KubernetesListOptions options, string resourceVersion) => new(
        HttpMethod.Get,
        Select(CollectionPath(options.Namespace ?? ""), options)
            .Add("watch", "true")
            .Add("allowWatchBookmarks", "true")
            .Add("resourceVersion", resourceVersion)
            .Add("timeoutSeconds", WatchSeconds)
            .ToString());

    public ApiRequest Create(string @namespace, ReadOnlyMemory<byte> body, KubernetesWriteOptions options) => new(
        HttpMethod.Post,
        Write(CollectionPath(OrDefault(@namespace)), options).ToString()) { Body = body, IsRepeatable = options.DryRun };

    public ApiRequest CreateSubresource(string @namespace, string name, string subresource, ReadOnlyMemory<byte> body) =>
        new(HttpMethod.Post, ObjectPath(@namespace, name, subresource)) { Body = body, IsRepeatable = false };

    public ApiRequest Apply(string @namespace, string name, string? subresource, ReadOnlyMemory<byte> body, KubernetesWriteOptions options) => new(
        HttpMethod.Patch,
        Write(ObjectPath(@namespace, name, subresource), options).AddIf(options.Force, "force", "true").ToString()) { Body = body, ContentType = ApiRequest.ApplyPatch };

    public ApiRequest Delete(string @namespace, string name, ReadOnlyMemory<byte> body) =>
        new(HttpMethod.Delete, ObjectPath(@namespace, name, null)) { Body = body };

    private static QueryText Select(string path, KubernetesListOptions options) =>
        new QueryText(path).Add("labelSelector", options.LabelSelector).Add("fieldSelector", options.FieldSelector);

    private static QueryText Write(string path, KubernetesWriteOptions options) =>
        new QueryText(path)
            .Add("fieldManager", options.FieldManager)
            .AddIf(options.DryRun, "dryRun", "All")
            .Add("fieldValidation", options.FieldValidation.ToString());

    private string ObjectPath(string @namespace, string name, string? subresource)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        string path = $"{CollectionPath(OrDefault(@namespace))}/{Uri.EscapeDataString(name)}";
        return subresource is null ? path : $"{path}/{subresource}";
    }

    private string CollectionPath(string @namespace)
    {
        string root = served.Kind.Group.Length == 0 ? "/api" : "/apis";
        string space = served.IsNamespaced && @namespace.Length > 0 ? $"/namespaces/{Uri.EscapeDataString(@namespace)}" : "";
        return $"{root}/{served.Kind.ApiVersion}{space}/{served.Plural}";
    }

    private string OrDefault(string @namespace) => @namespace.Length == 0 ? defaultNamespace : @namespace;
}
