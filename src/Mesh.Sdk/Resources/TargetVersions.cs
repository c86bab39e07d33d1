using System.Collections.Frozen;

namespace Mesh.Sdk.Resources;

/// <summary>Which API version of each group is written, for clusters that do not serve the current one.</summary>
public sealed class TargetVersions
{
    /// <summary>The current version of every kind.</summary>
    public static readonly TargetVersions Current = new(FrozenDictionary<string, string>.Empty);

    private readonly FrozenDictionary<string, string> _versions;

    private TargetVersions(FrozenDictionary<string, string> versions) => _versions = versions;

    /// <summary>Returns these choices and one more: a group's kinds are written in a version where they have it.</summary>
    /// <param name="group">API group, such as <c>networking.istio.io</c>.</param>
    /// <param name="version">Version, such as <c>v1beta1</c>.</param>
    public TargetVersions With(string group, string version)
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentException.ThrowIfNullOrWhiteSpace(version);
        return new(new Dictionary<string, string>(_versions) { [group] = version }.ToFrozenDictionary());
    }

    /// <summary>Gets the <c>apiVersion</c> that is written for a kind; its current one if it has not the chosen version.</summary>
    public string ApiVersionOf(ResourceKind kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        return _versions.Count > 0
            && _versions.TryGetValue(kind.Group, out string? version)
            && kind.ReadableVersions.AsSpan().Contains(version)
                ? kind.Group.Length == 0 ? version : $"{kind.Group}/{version}"
                : kind.ApiVersion;
    }
}
