using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Resources;

/// <summary>Which API version of each group is written, for clusters that do not serve the current one.</summary>
public sealed partial class TargetVersions
{
    /// <summary>The current version of every kind.</summary>
    public static readonly TargetVersions Current = new(FrozenDictionary<string, string>.Empty);

    private readonly FrozenDictionary<string, string> _versions;

    private TargetVersions(FrozenDictionary<string, string> versions) => _versions = versions;

    /// <summary>Returns these choices and one more: a group's kinds are written in a version where they have it.</summary>
    /// <param name="group">API group, such as <c>networking.istio.io</c>.</param>
    /// <param name="version">Version, such as <c>v1beta1</c>.</param>
    /// <remarks>
    /// Whether the group has this version at all can't be known here: a kind without it is written in its current one. The overload
    /// with kinds checks that.
    /// </remarks>
    /// <exception cref="ArgumentException">No version of Kubernetes has this form: <c>v</c>, a number, then perhaps <c>alpha</c> or <c>beta</c> and a number.</exception>
    public TargetVersions With(string group, string version)
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentException.ThrowIfNullOrWhiteSpace(version);
        if (!Version().IsMatch(version))
        {
            throw new ArgumentException($"'{version}' is not a version such as 'v1' or 'v1beta1'.", nameof(version));
        }

        return new(new Dictionary<string, string>(_versions) { [group] = version }.ToFrozenDictionary());
    }

    /// <summary>As the other overload, for a group and version that one of the kinds has.</summary>
    /// <param name="kinds">The kinds that are written.</param>
    /// <param name="group">API group, such as <c>networking.istio.io</c>.</param>
    /// <param name="version">Version, such as <c>v1beta1</c>.</param>
    /// <exception cref="ArgumentException">No kind is of this group, or none of its kinds has this version.</exception>
    public TargetVersions With(ResourceKinds kinds, string group, string version)
    {
        ArgumentNullException.ThrowIfNull(kinds);
        ArgumentNullException.ThrowIfNull(group);
        ResourceKind[] all = [.. kinds.All];
        ResourceKind[] ofGroup = [.. all.Where(kind => kind.Group == group)];
        if (ofGroup.Length == 0)
        {
            throw new ArgumentException($"No kind is of the group '{group}'.{Suggestion.For(group, all.Select(kind => kind.Group).Distinct())}", nameof(group));
        }

        string[] versions = [.. ofGroup.SelectMany(kind => kind.ReadableVersions).Distinct().Order(StringComparer.Ordinal)];
        return versions.Contains(version)
            ? With(group, version)
            : throw new ArgumentException($"No kind of the group '{group}' has the version '{version}', only {string.Join(", ", versions)}.{Suggestion.For(version, versions)}", nameof(version));
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

    [GeneratedRegex("^v[1-9][0-9]*((alpha|beta)[1-9][0-9]*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Version();
}
