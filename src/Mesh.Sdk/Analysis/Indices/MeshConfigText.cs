using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Core;
using Mesh.Sdk.Resources.Reading;

namespace Mesh.Sdk.Analysis.Indices;

/// <summary>The mesh config and mesh networks, if their ConfigMap is among the objects.</summary>
internal sealed class MeshConfigText
{
    private readonly UntypedValue? _config;
    private readonly UntypedValue? _networks;

    private MeshConfigText(AnalysisContext context)
    {
        foreach ((ConfigMap map, Place place) in context.Each<ConfigMap>())
        {
            if (place.Key.Namespace == context.Defaults.RootNamespace && place.Key.Name == "istio")
            {
                Place = place;
                _config = Read(map, "mesh");
                _networks = Read(map, "meshNetworks");
                break;
            }
        }

        LightstepProviders = (_config?.Fields["extensionProviders"]?.Items ?? default)
            .Where(provider => provider.Has("lightstep"))
            .Select(provider => provider.TextOf("name") ?? "")
            .ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Gets where the ConfigMap stands; <see langword="null"/> if there is none.</summary>
    public Place? Place { get; }

    /// <summary>Gets whether the proxies are told to make up addresses for hosts.</summary>
    public bool AllocatesAddresses =>
        IsTrue("ISTIO_META_DNS_CAPTURE") && (IsTrue("ISTIO_META_DNS_AUTO_ALLOCATE") || IsTrue("PILOT_ENABLE_IP_AUTOALLOCATE"));

    /// <summary>Gets whether there is a provider for access logs that name none.</summary>
    public bool? LogsByDefault => _config is null ? null : _config.Fields["defaultProviders"]?.Fields["accessLogging"]?.Items.Count > 0;

    /// <summary>Gets the names of providers that speak Lightstep's own protocol.</summary>
    public IReadOnlySet<string> LightstepProviders { get; }

    /// <summary>Gets the kind of image that proxies get, such as <c>distroless</c>; <see langword="null"/> if nothing is said.</summary>
    public string? ImageType => ImageTypeOf(_config?.Fields["defaultConfig"]);

    /// <summary>Gets the registries that networks take endpoints from.</summary>
    public IEnumerable<(string Network, string Registry)> Registries =>
        from network in (_networks?.Fields["networks"]?.Fields ?? default).ToArray()
        from endpoint in network.Value.Fields["endpoints"]?.Items ?? default
        let registry = endpoint.TextOf("fromRegistry")
        where registry is not null
        select (network.Key, registry);

    public static MeshConfigText Of(AnalysisContext context) => context.Index(static c => new MeshConfigText(c));

    /// <summary>Gets the kind of image that a proxy config names.</summary>
    public static string? ImageTypeOf(UntypedValue? proxyConfig) =>
        proxyConfig?.Fields["image"]?.TextOf("imageType") is { Length: > 0 } type ? type : null;

    private static UntypedValue? Read(ConfigMap map, string key) =>
        map.Data.TryGetValue(key, out string? text) && text is not null ? UntypedText.Read(text) : null;

    // Quotes are often left out.
    private bool IsTrue(string key) =>
        _config?.Fields["defaultConfig"]?.Fields["proxyMetadata"]?.Fields[key] is { Text: "true" } or { Boolean: true };
}
