using Mesh.Sdk.Resources.Core;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Mesh.Sdk.Analysis.Indices;

/// <summary>The mesh config and mesh networks, if their ConfigMap is among the objects.</summary>
internal sealed class MeshConfigText
{
    private readonly YamlMappingNode? _config;
    private readonly YamlMappingNode? _networks;

    private MeshConfigText(AnalysisContext context)
    {
        foreach ((ConfigMap map, Place place) in context.Each<ConfigMap>())
        {
            if (place.Key.Namespace == context.Defaults.RootNamespace && place.Key.Name == "istio")
            {
                Place = place;
                _config = Read(map, "mesh");
                _networks = Read(map, "meshNetworks");
                return;
            }
        }
    }

    /// <summary>Gets where the ConfigMap stands; <see langword="null"/> if there is none.</summary>
    public Place? Place { get; }

    /// <summary>Gets whether the proxies are told to make up addresses for hosts.</summary>
    public bool AllocatesAddresses =>
        IsTrue("ISTIO_META_DNS_CAPTURE") && (IsTrue("ISTIO_META_DNS_AUTO_ALLOCATE") || IsTrue("PILOT_ENABLE_IP_AUTOALLOCATE"));

    /// <summary>Gets whether there is a provider for access logs that name none.</summary>
    public bool? LogsByDefault => _config is null ? null : Sequence(Map(_config, "defaultProviders"), "accessLogging").Any();

    /// <summary>Gets the names of providers that speak Lightstep's own protocol.</summary>
    public IReadOnlySet<string> LightstepProviders => field ??= Sequence(_config, "extensionProviders")
        .OfType<YamlMappingNode>()
        .Where(provider => Get(provider, "lightstep") is not null)
        .Select(provider => (Get(provider, "name") as YamlScalarNode)?.Value ?? "")
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>Gets the kind of image that proxies get, such as <c>distroless</c>; <see langword="null"/> if nothing is said.</summary>
    public string? ImageType => ImageTypeOf(Map(_config, "defaultConfig"));

    /// <summary>Gets the registries that networks take endpoints from.</summary>
    public IEnumerable<(string Network, string Registry)> Registries =>
        from network in Map(_networks, "networks")?.Children ?? Enumerable.Empty<KeyValuePair<YamlNode, YamlNode>>()
        from endpoint in Sequence(network.Value as YamlMappingNode, "endpoints").OfType<YamlMappingNode>()
        where Get(endpoint, "fromRegistry") is YamlScalarNode
        select (network.Key.ToString(), ((YamlScalarNode)Get(endpoint, "fromRegistry")!).Value ?? "");

    public static MeshConfigText Of(AnalysisContext context) => context.Index(static c => new MeshConfigText(c));

    /// <summary>Gets the kind of image that a proxy config names.</summary>
    public static string? ImageTypeOf(YamlMappingNode? proxyConfig) =>
        Get(Map(proxyConfig, "image"), "imageType") is YamlScalarNode { Value.Length: > 0 } type ? type.Value : null;

    /// <summary>Reads the text of a configuration; <see langword="null"/> if it is none.</summary>
    public static YamlMappingNode? Parse(string text)
    {
        try
        {
            YamlStream stream = [];
            using StringReader reader = new(text);
            stream.Load(reader);
            return stream.Documents.Count > 0 ? stream.Documents[0].RootNode as YamlMappingNode : null;
        }
        catch (YamlException)
        {
            return null;
        }
    }

    private static YamlMappingNode? Read(ConfigMap map, string key) =>
        map.Data.TryGetValue(key, out string? text) && text is not null ? Parse(text) : null;

    private static YamlNode? Get(YamlMappingNode? map, string key) =>
        map is not null && map.Children.TryGetValue(new YamlScalarNode(key), out YamlNode? value) ? value : null;

    private static YamlMappingNode? Map(YamlMappingNode? map, string key) => Get(map, key) as YamlMappingNode;

    private static IEnumerable<YamlNode> Sequence(YamlMappingNode? map, string key) => Get(map, key) as YamlSequenceNode ?? [];

    private bool IsTrue(string key) =>
        Get(Map(Map(_config, "defaultConfig"), "proxyMetadata"), key) is YamlScalarNode { Value: "true" };
}
