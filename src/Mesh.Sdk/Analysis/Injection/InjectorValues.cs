using System.Text.Json;
using Mesh.Sdk.Analysis.Indices;
using Mesh.Sdk.Resources.Core;

namespace Mesh.Sdk.Analysis.Injection;

/// <summary>The values that the injector was installed with, if its ConfigMap is among the objects.</summary>
internal sealed class InjectorValues
{
    private const string Prefix = "istio-sidecar-injector";

    private readonly ClusterIndex<string, (bool InjectsByDefault, string? ProxyImage)> _values = new();

    private InjectorValues(AnalysisContext context)
    {
        foreach ((ConfigMap map, Place place) in context.Each<ConfigMap>())
        {
            if (place.Key.Name.StartsWith(Prefix, StringComparison.Ordinal) && map.Data.TryGetValue("values", out string? text) && text is not null)
            {
                _values.Add(place.Key.Cluster, place.Key.Name, Read(text));
            }
        }
    }

    public static InjectorValues Of(AnalysisContext context) => context.Index(static c => new InjectorValues(c));

    /// <summary>Gets the values for a revision; the default one is empty.</summary>
    public (bool InjectsByDefault, string? ProxyImage) For(string cluster, string revision) =>
        _values.Find(cluster, revision is "" or "default" ? Prefix : $"{Prefix}-{revision}").FirstOrDefault();

    private static (bool InjectsByDefault, string? ProxyImage) Read(string text)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            bool injects = Get(Get(document.RootElement, "sidecarInjectorWebhook"), "enableNamespacesByDefault") is { ValueKind: JsonValueKind.True };
            JsonElement? global = Get(document.RootElement, "global");
            string? image = Text(Get(Get(global, "proxy"), "image"));
            return (injects, image is null || image.Contains('/', StringComparison.Ordinal) ? image : $"{Text(Get(global, "hub"))}/{image}:{Text(Get(global, "tag"))}");
        }
        catch (JsonException)
        {
            return default;
        }
    }

    private static JsonElement? Get(JsonElement? element, string name) =>
        element is { ValueKind: JsonValueKind.Object } map && map.TryGetProperty(name, out JsonElement value) ? value : null;

    private static string? Text(JsonElement? element) => element is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
