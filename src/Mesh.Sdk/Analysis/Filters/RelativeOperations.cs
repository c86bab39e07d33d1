using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Filters;

/// <summary>Patches that depend on what other patches did before, and so on the order.</summary>
/// <remarks>Source: Istio, <c>analyzers/envoyfilter/envoyfilter.go</c>.</remarks>
internal sealed class RelativeOperations
{
    private readonly Dictionary<ResourceKey, List<(int Patch, bool HasVersion)>> _patches = [];

    private RelativeOperations(AnalysisContext context)
    {
        HashSet<string> versioned = new(StringComparer.Ordinal);
        foreach ((EnvoyFilter filter, Place place) in context.Each<EnvoyFilter>())
        {
            Add(filter.Spec, place.Key, versioned);
        }
    }

    public static RelativeOperations Of(AnalysisContext context) => context.Index(static c => new RelativeOperations(c));

    /// <summary>Gets the patches of a filter without priority, and whether an earlier patch of the same filter is for some proxy version.</summary>
    public IReadOnlyList<(int Patch, bool HasVersion)> Of(ResourceKey key) =>
        _patches.TryGetValue(key, out List<(int, bool)>? patches) ? patches : [];

    public static bool IsForRoutes(EnvoyConfigObjectPatch patch) =>
        patch.ApplyTo is EnvoyFilterApplyTo.RouteConfiguration or EnvoyFilterApplyTo.HttpRoute;

    public static bool IsReplaceable(EnvoyConfigObjectPatch patch) =>
        patch.ApplyTo is EnvoyFilterApplyTo.NetworkFilter or EnvoyFilterApplyTo.HttpFilter;

    private static bool IsRelative(EnvoyConfigObjectPatch patch) => patch.Patch?.Operation switch
    {
        EnvoyFilterPatchOperation.Remove => !IsForRoutes(patch),
        EnvoyFilterPatchOperation.Replace => IsReplaceable(patch),
        EnvoyFilterPatchOperation.InsertBefore or EnvoyFilterPatchOperation.InsertAfter => true,
        _ => false,
    };

    private static string NameOf(EnvoyConfigObjectPatch patch) => patch.Patch?.Value is not { Fields.Count: > 0 } value
        ? ""
        : value.Fields["name"]?.Text ?? patch.Match?.Listener?.FilterChain?.Filter?.Name ?? "";

    private void Add(EnvoyFilterSpec? spec, ResourceKey key, HashSet<string> versioned)
    {
        for (int i = 0; i < spec?.ConfigPatches.Count; i++)
        {
            if (spec.ConfigPatches[i] is not { Patch: not null } patch)
            {
                return;
            }

            string name = NameOf(patch);
            if (spec.Priority is null or 0 && IsRelative(patch))
            {
                if (!_patches.TryGetValue(key, out List<(int, bool)>? patches))
                {
                    _patches.Add(key, patches = []);
                }

                patches.Add((i, versioned.Contains(name)));
            }

            if (!string.IsNullOrEmpty(patch.Match?.Proxy?.ProxyVersion))
            {
                versioned.Add(name);
            }
        }
    }
}
